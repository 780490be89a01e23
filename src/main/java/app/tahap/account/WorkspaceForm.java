package app.tahap.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * @param reps whose deals a rep sees
 * @param managers whose deals a manager sees: everyone's, or the team's
 */
record WorkspaceForm(
        @NotBlank(message = "{account.workspace.name.required}") @Size(max = 100, message = "{account.text.long}") @Nullable String name,

        @NotNull(message = "{account.workspace.zone.required}") @Nullable ZoneId zone,

        @NotNull(message = "{web.value.invalid}") @Pattern(regexp = Languages.PATTERN, message = "{web.value.invalid}") @Nullable String language,

        @NotNull(message = "{web.value.invalid}") @Min(value = 1, message = "{web.value.invalid}") @Max(value = 12, message = "{web.value.invalid}") @Nullable Integer fiscalYearStart,

        @NotNull(message = "{web.value.invalid}") @Nullable Visibility reps,

        @NotNull(message = "{web.value.invalid}") @Nullable Visibility managers,

        @Nullable Integer version) {

    static WorkspaceForm of(Workspace workspace) {
        return new WorkspaceForm(
                workspace.getName(),
                workspace.getTimeZone(),
                workspace.getLanguage().getLanguage(),
                workspace.getFiscalYearStart(),
                workspace.getRepVisibility(),
                workspace.getManagerVisibility(),
                workspace.getVersion());
    }
}
