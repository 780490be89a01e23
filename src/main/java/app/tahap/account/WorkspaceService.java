package app.tahap.account;

import app.tahap.web.Versions;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class WorkspaceService {

    private final WorkspaceRepository workspaces;

    WorkspaceService(WorkspaceRepository workspaces) {
        this.workspaces = workspaces;
    }

    Workspace load() {
        return workspaces.findTheOne().orElseThrow();
    }

    @Transactional
    public void change(WorkspaceForm form) {
        Workspace workspace = load();
        Versions.requireCurrent(Workspace.class, workspace.getVersion(), form.version());
        workspace.describe(
                Objects.requireNonNull(form.name()).strip(),
                Objects.requireNonNull(form.zone()),
                Locale.forLanguageTag(Objects.requireNonNull(form.language())),
                Objects.requireNonNull(form.fiscalYearStart()));
        workspace.show(Objects.requireNonNull(form.reps()), Objects.requireNonNull(form.managers()));
    }
}
