package app.tahap.deal;

import app.tahap.web.Choice;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.ui.Model;

/** What the filter offers of the team's own labels, campaigns and tags, with one query. */
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
        jdbc.sql("""
                        select 'campaign' as what, id, name as label, lower(name) as place from campaign
                         where archived_at is null or id = :campaign
                         union all
                        select 'tag', id, label, lower(label) from tag where archived_at is null or id = :tag
                         order by what, place, id
                        """)
                .param("campaign", criteria.campaign(), Types.BIGINT)
                .param("tag", criteria.tag(), Types.BIGINT)
                .query(row -> {
                    (row.getString("what").equals("tag") ? tags : campaigns)
                            .add(new Choice(row.getLong("id"), row.getString("label")));
                });
        model.addAttribute("campaigns", campaigns);
        model.addAttribute("tags", tags);
    }
}
