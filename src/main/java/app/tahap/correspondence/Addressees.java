package app.tahap.correspondence;

import app.tahap.account.Viewer;
import app.tahap.deal.DealSql;
import app.tahap.money.Money;
import app.tahap.web.NotFoundException;
import app.tahap.web.Show;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.Formatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a mail about a deal needs, if the viewer may see the deal. */
@Repository
class Addressees {

    private final JdbcClient jdbc;
    private final Formatter<Money> moneyFormat;
    private final Clock clock;

    Addressees(JdbcClient jdbc, Formatter<Money> moneyFormat, Clock clock) {
        this.jdbc = jdbc;
        this.moneyFormat = moneyFormat;
        this.clock = clock;
    }

    Addressee load(long dealId, Viewer viewer) {
        DealSql visible = DealSql.visibleTo(viewer);
        return jdbc.sql("""
                        select d.id as deal_id, d.title, d.amount, d.currency, d.expected_close, u.name as owner, u.email as owner_email,
                               o.name as organization, p.id as person_id, p.name as person, p.job_title, p.email
                          from deal d
                          join users u on u.id = d.owner_id
                          left join organization o on o.id = d.organization_id
                          left join person p on p.id = d.person_id and p.deleted_at is null
                         where d.id = :deal and d.deleted_at is null and %s
                        """.formatted(visible.where()))
                .params(visible.parameters())
                .param("deal", dealId)
                .query(Addressee.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("deal", dealId));
    }

    /** The values that are known, as the language writes them. */
    Map<Placeholder, String> values(Addressee to, Locale language, Viewer sender) {
        Show show = new Show(language);
        Money money = to.money();
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        put(values, Placeholder.PERSON_FIRST_NAME, to.firstName());
        put(values, Placeholder.PERSON_NAME, to.person());
        put(values, Placeholder.PERSON_JOB_TITLE, to.jobTitle());
        put(values, Placeholder.ORGANIZATION_NAME, to.organization());
        put(values, Placeholder.DEAL_TITLE, to.title());
        put(values, Placeholder.DEAL_AMOUNT, money == null ? null : moneyFormat.print(money, language));
        put(values, Placeholder.DEAL_EXPECTED_CLOSE, show.date(to.expectedClose()));
        put(values, Placeholder.OWNER_NAME, to.owner());
        put(values, Placeholder.OWNER_EMAIL, to.ownerEmail());
        put(values, Placeholder.SENDER_NAME, sender.name());
        put(values, Placeholder.SENDER_EMAIL, sender.email());
        put(values, Placeholder.WORKSPACE_NAME, sender.workspace());
        put(values, Placeholder.TODAY, show.date(sender.today(clock)));
        return values;
    }

    private static void put(Map<Placeholder, String> values, Placeholder placeholder, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(placeholder, value);
        }
    }
}
