package app.tahap.activity;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.deal.Outcome;
import app.tahap.web.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deals that activities are about, as far as their pages need to know them. */
@Repository
class ActivityDeals {

    private static final int OFFERED = 10;
    private static final Pattern NUMBERED = Pattern.compile(".*\\(#(\\d{1,18})\\)\\s*");

    private final JdbcClient jdbc;

    ActivityDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A deal that the viewer may see. */
    DealName load(long dealId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql("select d.id, d.title, d.outcome, d.next_step from deal d where d.id = :deal"
                        + " and d.deleted_at is null and " + visible.where())
                .params(visible.parameters())
                .param("deal", dealId)
                .query(DealName.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("deal", dealId));
    }

    /** Open deals with a text in their title or their organisation's name, the viewer's own first. */
    List<Suggestion> suggest(@Nullable String text, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql("""
                        select d.id, d.title, o.name as organization
                          from deal d left join organization o on o.id = d.organization_id
                         where d.outcome = 'OPEN' and d.deleted_at is null and %s
                           and (strpos(lower(d.title), lower(:text)) > 0 or strpos(lower(o.name), lower(:text)) > 0)
                         order by d.owner_id <> :self, lower(d.title), d.id limit :limit
                        """.formatted(visible.where()))
                .params(visible.parameters())
                .param("text", text == null ? "" : text.strip())
                .param("self", viewer.id())
                .param("limit", OFFERED)
                .query(Suggestion.class)
                .list();
    }

    /** The open deal that a text means: by the number that a suggestion ends with, or by its whole title. */
    Found find(String text, Viewer viewer) {
        Matcher numbered = NUMBERED.matcher(text);
        DealSql visible = DealSql.visibleTo(viewer);
        String condition = numbered.matches() ? "d.id = :id" : "lower(d.title) = lower(:title)";
        List<Long> ids = jdbc.sql("select d.id from deal d where d.outcome = 'OPEN' and d.deleted_at is null and "
                        + visible.where() + " and " + condition + " limit 2")
                .params(visible.parameters())
                .param("id", numbered.matches() ? Long.parseLong(numbered.group(1)) : 0)
                .param("title", text.strip())
                .query(Long.class)
                .list();
        return new Found(ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty(), ids.size() > 1);
    }

    /** @param nextStep what is planned next; null for nothing */
    record DealName(
            long id,
            String title,
            Outcome outcome,
            @Nullable String nextStep) {

        public boolean isOpen() {
            return outcome == Outcome.OPEN;
        }

        /** Whether somebody should think of what is next. */
        public boolean isStepless() {
            return isOpen() && nextStep == null;
        }
    }

    record Suggestion(long id, String title, @Nullable String organization) {

        /** What is put into the field: it names the deal beyond doubt. */
        public String value() {
            return title + " (#" + id + ")";
        }
    }

    /** @param several whether more than one deal has the title */
    record Found(Optional<Long> id, boolean several) {}
}
