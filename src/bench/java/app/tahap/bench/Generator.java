package app.tahap.bench;

import app.tahap.TahapApplication;
import app.tahap.deal.DealColumn;
import app.tahap.deal.StageStays;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills an empty database with a workspace and many deals, each with its events; the stays are derived
 * from these as Tahap does it. Which database is told as to
 * Tahap itself; how many deals, by {@code tahap.bench.deals} and {@code tahap.bench.open}. Made on the same day, the same
 * numbers give the same rows.
 */
public final class Generator {

    private static final Logger log = LoggerFactory.getLogger(Generator.class);
    private static final long SEED = 8_800;
    private static final int BATCH = 10_000;

    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;

    private Generator(ConfigurableApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) throws SQLException {
        try (ConfigurableApplicationContext context = SpringApplication.run(TahapApplication.class, arguments)) {
            new Generator(context).fill(Settings.deals(), Settings.open());
        }
    }

    private void fill(int deals, int open) throws SQLException {
        long start = System.nanoTime();
        Company company = context.getAutowireCapableBeanFactory()
                .createBean(CompanyFounder.class)
                .found();
        DealRows rows = write(company, deals, open);
        context.getBean(StageStays.class).rebuild();
        new FieldFounder(jdbc).found();
        new WorkFounder(jdbc).found();
        jdbc.sql("vacuum (full) deal").update(); // each row was written several times
        jdbc.sql("vacuum (analyze) deal, deal_event, stage_stay, organization, custom_field_value, activity, qualification_answer,"
                        + " qualification_standing")
                .update();
        log.info(
                "{} deals with {} events in {} s", deals, rows.lastEvent(), (System.nanoTime() - start) / 1_000_000_000);
    }

    /** The open deals are spread evenly among the others, as they would be in a database that grew. */
    private DealRows write(Company company, int deals, int open) throws SQLException {
        Random random = new Random(SEED);
        DealRows rows = new DealRows(context.getBean(DealColumn.class));
        for (long id = 1; id <= deals; id++) {
            boolean staysOpen = id * open / deals > (id - 1) * open / deals;
            new DealLife(id, company, rows, random).live(staysOpen);
            if (id % BATCH == 0 || id == deals) {
                rows.copyTo(context.getBean(DataSource.class));
                log.info("{} deals", id);
            }
        }
        for (String table : new String[] {"deal", "deal_event"}) {
            jdbc.sql("select setval(pg_get_serial_sequence('%1$s', 'id'), (select max(id) from %1$s))".formatted(table))
                    .query(Long.class)
                    .single();
        }
        return rows;
    }
}
