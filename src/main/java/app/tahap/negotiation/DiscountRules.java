package app.tahap.negotiation;

import app.tahap.account.Viewer;
import app.tahap.proposal.MarginAccess;
import app.tahap.web.Versions;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the workspace's rule for discounts and margins. */
@Repository
class DiscountRules implements MarginAccess {

    private final JdbcClient jdbc;

    DiscountRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DiscountRule load() {
        return jdbc.sql("""
                        select rep_discount, manager_discount, rep_margin, manager_margin, rep_sees_margin,
                               manager_sees_margin, version
                          from discount_rule
                        """).query(DiscountRule.class).optional().orElse(DiscountRule.FIRST);
    }

    Limits limits(Viewer viewer) {
        return load().limits(viewer.role());
    }

    @Override
    public boolean seesMargin(Viewer viewer) {
        return viewer.isAdministrator() || load().showsMargin(viewer.role());
    }

    /** @param seen the version that the form was filled from */
    @Transactional
    public void change(DiscountRule rule, @Nullable Integer seen) {
        jdbc.sql("insert into discount_rule default values on conflict do nothing")
                .update();
        int current = jdbc.sql("select version from discount_rule for update")
                .query(Integer.class)
                .single();
        Versions.requireCurrent(DiscountRule.class, current, seen);
        jdbc.sql("""
                        update discount_rule
                           set rep_discount = :repDiscount, manager_discount = :managerDiscount, rep_margin = :repMargin,
                               manager_margin = :managerMargin, rep_sees_margin = :repSees,
                               manager_sees_margin = :managerSees, version = version + 1
                        """)
                .param("repDiscount", rule.repDiscount(), Types.NUMERIC)
                .param("managerDiscount", rule.managerDiscount(), Types.NUMERIC)
                .param("repMargin", rule.repMargin(), Types.NUMERIC)
                .param("managerMargin", rule.managerMargin(), Types.NUMERIC)
                .param("repSees", rule.repSeesMargin())
                .param("managerSees", rule.managerSeesMargin())
                .update();
    }
}
