package app.tahap.database;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs statements that PostgreSQL plans anew each time, for the very values that are asked. Others keep their plan after
 * some runs, one that is meant for any values: that saves its making, and is wrong by far where a filter may leave ten
 * rows or all of them.
 */
@Component
public class FreshPlans {

    private final JdbcClient jdbc;

    FreshPlans(DataSource database, @Value("${spring.jdbc.template.fetch-size}") int rows) {
        JdbcTemplate statements = new JdbcTemplate(database) {
            @Override
            protected void applyStatementSettings(Statement statement) throws SQLException {
                super.applyStatementSettings(statement);
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
        };
        statements.setFetchSize(rows);
        this.jdbc = JdbcClient.create(statements);
    }

    /** As {@link JdbcClient#sql(String)}, in the transaction that is going on, if any. */
    public JdbcClient.StatementSpec sql(String sql) {
        return jdbc.sql(sql);
    }
}
