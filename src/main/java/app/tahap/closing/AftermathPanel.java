package app.tahap.closing;

import app.tahap.account.Viewer;
import app.tahap.closing.Losses.Loss;
import app.tahap.deal.DealPanel;
import app.tahap.pipeline.StageTool;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What followed the end of a deal, on its page. */
@Component
class AftermathPanel implements DealPanel {

    private final Losses losses;
    private final JdbcClient jdbc;

    AftermathPanel(Losses losses, JdbcClient jdbc) {
        this.losses = losses;
        this.jdbc = jdbc;
    }

    @Override
    public StageTool tool() {
        return StageTool.SIGNALS;
    }

    @Override
    public String name() {
        return "aftermath";
    }

    @Override
    public String heading() {
        return "closing.aftermath";
    }

    @Override
    public boolean standsOpen(PanelDeal deal) {
        return !deal.open();
    }

    @Override
    public String template() {
        return "closing/_aftermath";
    }

    @Override
    public Optional<?> view(PanelDeal deal, boolean needed, Viewer viewer) {
        if (deal.open() || deal.deleted()) {
            return Optional.empty();
        }
        Loss loss = losses.of(deal.id()).orElse(null);
        List<Step> steps =
                jdbc.sql("""
                        select a.id, a.subject, a.due_on as due, u.name as assignee, a.done_at is not null as done, a.version
                          from deal_follow_up f join activity a on a.id = f.activity_id join users u on u.id = a.assignee_id
                         where f.deal_id = :deal and a.deleted_at is null
                         order by a.due_on, a.id
                        """).param("deal", deal.id()).query(Step.class).list();
        return loss == null && steps.isEmpty() ? Optional.empty() : Optional.of(new View(loss, steps));
    }

    record View(@Nullable Loss loss, List<Step> steps) {}

    /** An activity that was planned when the deal ended. */
    record Step(long id, String subject, LocalDate due, String assignee, boolean done, int version) {}
}
