package app.tahap.report;

import app.tahap.account.Viewer;
import app.tahap.deal.DealCriteria;
import app.tahap.deal.DealSql;
import app.tahap.deal.StaySql;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prepares the statements of reports: each names its conditions as %s and finds the scope's moments as parameters. */
@Component
class ReportSql {

    private final JdbcClient jdbc;

    ReportSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets the statements of this transaction group in memory what the usual four megabytes would send to the disk. */
    void makeRoom() {
        jdbc.sql("set local work_mem = '32MB'").update();
    }

    /** A statement about {@code deal d}. */
    JdbcClient.StatementSpec deals(String sql, DealCriteria criteria, Scope scope) {
        DealSql filter = DealSql.of(criteria, scope.viewer(), scope.today());
        return statement(sql, filter.where(), filter.parameters(), scope);
    }

    /** A statement about {@code deal d}, deleted ones among them, of the scope's pipeline or not. */
    JdbcClient.StatementSpec allDeals(String sql, Scope scope) {
        Viewer viewer = scope.viewer();
        DealSql visible = DealSql.visibleTo(viewer);
        return statement(sql, visible.where(), visible.parameters(), scope)
                .param("pipeline", scope.pipeline().id());
    }

    /** A statement about {@code stage_stay y}. */
    JdbcClient.StatementSpec stays(String sql, StaySql filter, Scope scope) {
        return statement(sql, filter.where(), filter.parameters(), scope);
    }

    private JdbcClient.StatementSpec statement(String sql, String where, Map<String, Object> parameters, Scope scope) {
        return jdbc.sql(sql.formatted(where))
                .params(parameters)
                .param("start", scope.startOf(scope.period()))
                .param("end", scope.endOf(scope.period()))
                .param("earlierStart", scope.startOf(scope.earlier()))
                .param("earlierEnd", scope.endOf(scope.earlier()))
                .param("now", scope.at(scope.now()))
                .param("today", scope.today())
                .param("zone", scope.viewer().zone().getId());
    }
}
