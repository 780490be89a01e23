package app.tahap.qualification;

import app.tahap.account.Viewer;
import app.tahap.money.Money;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes many answers that a file tells of new deals, and the scores that follow. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ToldAnswers {

    private final Scores scores;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ToldAnswers(Scores scores, JdbcTemplate jdbc, Clock clock) {
        this.scores = scores;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param values by the ids of deals and the keys of columns */
    void write(Map<Long, Map<String, Object>> values, List<Criterion> criteria, Viewer by) {
        Timestamp now = Timestamp.from(clock.instant());
        List<@Nullable Object[]> rows = new ArrayList<>();
        Set<Long> deals = new TreeSet<>();
        values.forEach((deal, told) -> criteria.stream()
                .filter(criterion -> SheetPart.of(criterion.kind()).stream()
                        .anyMatch(part -> told.containsKey(part.key(criterion.id()))))
                .forEach(criterion -> {
                    deals.add(deal);
                    rows.add(row(deal, criterion.id(), told, now, by));
                }));
        if (rows.isEmpty()) {
            return;
        }
        scores.hold();
        jdbc.batchUpdate("""
                insert into qualification_answer
                    (deal_id, criterion_id, rating, amount, currency, confirmed, person_id, role, severity, due, note,
                     changed_at, changed_by, version)
                values (?, ?, ?::smallint, ?::numeric, ?, ?, ?::bigint, ?, ?, ?::date, ?, ?, ?, 1)
                """, rows);
        scores.refresh(deals);
    }

    private static @Nullable Object[] row(
            long deal, long criterion, Map<String, Object> told, Timestamp now, Viewer by) {
        Money money = (Money) told.get(SheetPart.AMOUNT.key(criterion));
        return new @Nullable Object[] {
            deal,
            criterion,
            told.get(SheetPart.RATING.key(criterion)),
            money == null ? null : money.amount(),
            money == null ? null : money.currency().getCurrencyCode(),
            Boolean.TRUE.equals(told.get(SheetPart.CONFIRMED.key(criterion))),
            told.get(SheetPart.PERSON.key(criterion)),
            name(told.get(SheetPart.ROLE.key(criterion))),
            name(told.get(SheetPart.SEVERITY.key(criterion))),
            told.get(SheetPart.DUE.key(criterion)),
            told.get(SheetPart.NOTE.key(criterion)),
            now,
            by.id()
        };
    }

    private static @Nullable String name(@Nullable Object value) {
        return value instanceof Enum<?> constant ? constant.name() : null;
    }
}
