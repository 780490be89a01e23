package app.tahap.proposal;

import app.tahap.account.Viewer;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a proposal show to the team. */
@Component
class ProposalPage {

    private final ProposalHeadings headings;
    private final ProposalRows rows;
    private final ProposalReader reader;
    private final ProposalLinks links;
    private final ProposalDocuments documents;
    private final ProposalSettingsStore settings;
    private final DocumentViews views;
    private final MarginAccess margins;
    private final Clock clock;

    ProposalPage(
            ProposalHeadings headings,
            ProposalRows rows,
            ProposalReader reader,
            ProposalLinks links,
            ProposalDocuments documents,
            ProposalSettingsStore settings,
            DocumentViews views,
            MarginAccess margins,
            Clock clock) {
        this.headings = headings;
        this.rows = rows;
        this.reader = reader;
        this.links = links;
        this.documents = documents;
        this.settings = settings;
        this.views = views;
        this.margins = margins;
        this.clock = clock;
    }

    /**
     * A version beside the one before it.
     *
     * @param change of the total, with its sign; null for the first one, and where the currency is another
     */
    record Compared(
            VersionRow row,
            String net,
            String total,
            @Nullable String change) {}

    void fill(long proposalId, Viewer viewer, Model model) {
        ProposalHeading heading = headings.load(proposalId, viewer);
        List<VersionRow> versions = rows.ofProposal(proposalId, viewer.today(clock));
        VersionRow latest = versions.get(0);
        model.addAttribute("section", "proposals");
        model.addAttribute("proposal", heading);
        model.addAttribute("versions", compare(versions, viewer));
        model.addAttribute("latest", latest);
        model.addAttribute("hasDraft", latest.status().isDraft());
        model.addAttribute(
                "accepted", versions.stream().anyMatch(version -> version.status() == ProposalStatus.ACCEPTED));
        model.addAttribute(
                "sent",
                versions.stream()
                        .filter(version -> version.status().isSent())
                        .findFirst()
                        .orElse(null));
        model.addAttribute("links", links.ofProposal(proposalId));
        model.addAttribute("linkDays", settings.load().linkDays());
        versions.stream()
                .filter(version ->
                        version.status() == ProposalStatus.ACCEPTED || version.status() == ProposalStatus.DECLINED)
                .findFirst()
                .ifPresent(version -> {
                    model.addAttribute("answered", version);
                    model.addAttribute("answer", documents.answer(version.id()).orElse(null));
                });
    }

    void fill(long proposalId, int number, Viewer viewer, Model model) {
        VersionView version = reader.load(proposalId, number, viewer);
        model.addAttribute("section", "proposals");
        model.addAttribute("proposal", headings.load(proposalId, viewer));
        model.addAttribute("version", version);
        model.addAttribute("document", views.of(version, settings.load()));
        model.addAttribute("margins", margins.seesMargin(viewer) ? MarginView.of(version, viewer.locale()) : null);
    }

    /** The versions of a deal's proposals as they are listed in its panel. */
    List<Compared> ofDeal(long dealId, Viewer viewer) {
        return compare(rows.ofDeal(dealId, viewer.today(clock)), viewer);
    }

    private static List<Compared> compare(List<VersionRow> latestFirst, Viewer viewer) {
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < latestFirst.size(); i++) {
            VersionRow row = latestFirst.get(i);
            VersionRow before = i + 1 < latestFirst.size() ? latestFirst.get(i + 1) : null;
            boolean comparable = before != null
                    && before.proposalId() == row.proposalId()
                    && before.currency().equals(row.currency());
            BigDecimal change =
                    before == null || !comparable ? null : row.total().subtract(before.total());
            AmountFormat format = new AmountFormat(
                    viewer.locale(), row.money(), List.of(row.net(), row.total(), change == null ? row.net() : change));
            compared.add(new Compared(
                    row,
                    format.money(row.net()),
                    format.money(row.total()),
                    change == null ? null : format.difference(change)));
        }
        return compared;
    }
}
