package app.tahap.deal;

import app.tahap.web.Choice;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.ui.Model;

/** What the filter offers of the team's own labels: campaigns, tags, and what customers have objected; with one query. */
@Repository
class LabelFilters {

    private final JdbcClient jdbc;

    LabelFilters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is set stays on offer, although it may be archived. */
    void addChoices(DealCriteria criteria, Model model) {
        List<Choice> campaigns = new ArrayList<>();
        List<Choice> tags = new ArrayList<>();
        List<Choice> objections = new ArrayList<>();
        Long objection =
                criteria.objection() == null ? null : criteria.objection().type();
        jdbc.sql("""
                        select 'campaign' as what, id, name as label, lower(name) as place from campaign
                         where archived_at is null or id = :campaign
                         union all
                        select 'tag', id, label, lower(label) from tag where archived_at is null or id = :tag
                         union all
                        select 'objection', t.id, t.label, lpad(t.position::text, 9, '0') from objection_type t
                         where t.id = :objection or exists (
                               select from objection o where o.type_id = t.id and o.deleted_at is null)
                         order by what, place, id
                        """)
                .param("campaign", criteria.campaign(), Types.BIGINT)
                .param("tag", criteria.tag(), Types.BIGINT)
                .param("objection", objection, Types.BIGINT)
                .query(row -> {
                    List<Choice> choices =
                            switch (row.getString("what")) {
                                case "tag" -> tags;
                                case "objection" -> objections;
                                default -> campaigns;
                            };
                    choices.add(new Choice(row.getLong("id"), row.getString("label")));
                });
        model.addAttribute("campaigns", campaigns);
        model.addAttribute("tags", tags);
        model.addAttribute("objections", objections);
    }
}
