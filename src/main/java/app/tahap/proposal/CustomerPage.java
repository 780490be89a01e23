package app.tahap.proposal;

import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a customer's page shows. */
@Component
class CustomerPage {

    private final ProposalLinks links;
    private final ProposalReader reader;
    private final ProposalDocuments documents;
    private final ProposalSettingsStore settings;
    private final DocumentViews views;
    private final JdbcClient jdbc;

    CustomerPage(
            ProposalLinks links,
            ProposalReader reader,
            ProposalDocuments documents,
            ProposalSettingsStore settings,
            DocumentViews views,
            JdbcClient jdbc) {
        this.links = links;
        this.reader = reader;
        this.documents = documents;
        this.settings = settings;
        this.views = views;
        this.jdbc = jdbc;
    }

    private record Home(String name, String timeZone) {}

    Optional<Visit> find(String token) {
        return links.find(new LinkToken(token));
    }

    void fill(Visit visit, Model model) {
        Home home = jdbc.sql("select name, time_zone from workspace")
                .query(Home.class)
                .single();
        ProposalSettings ours = settings.load();
        model.addAttribute("workspace", home.name());
        model.addAttribute("zone", ZoneId.of(home.timeZone()));
        model.addAttribute("look", ours);
        if (visit.isReadable()) {
            VersionView version = reader.load(visit.versionId());
            model.addAttribute("document", views.of(version, ours));
            model.addAttribute("answer", documents.answer(visit.versionId()).orElse(null));
            model.addAttribute("sha256", documents.sha256(visit.versionId()));
        }
    }

    Optional<byte[]> pdf(Visit visit) {
        return visit.isReadable() ? documents.pdf(visit.versionId()) : Optional.empty();
    }

    Optional<byte[]> logo() {
        return settings.logo();
    }

    String accent() {
        return settings.load().accent();
    }
}
