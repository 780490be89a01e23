package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.deal.DealPanel;
import app.tahap.pipeline.StageTool;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The proposals of a deal, on its page. */
@Component
class ProposalPanel implements DealPanel {

    private final ProposalPage page;

    ProposalPanel(ProposalPage page) {
        this.page = page;
    }

    /** @param key makes a new proposal once only, however often the button is pressed */
    record Content(List<ProposalPage.Compared> versions, boolean writable, UUID key) {}

    @Override
    public StageTool tool() {
        return StageTool.PROPOSALS;
    }

    @Override
    public String template() {
        return "proposal/_panel";
    }

    @Override
    public Optional<?> view(PanelDeal deal, boolean needed, Viewer viewer) {
        List<ProposalPage.Compared> versions = page.ofDeal(deal.id(), viewer);
        return versions.isEmpty() && !needed
                ? Optional.empty()
                : Optional.of(new Content(versions, !deal.deleted(), UUID.randomUUID()));
    }
}
