package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.deal.Deal;
import app.tahap.deal.DealFacts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a draft begins with: what the deal and the workspace know already. */
@Component
class FirstDraft {

    private final JdbcClient jdbc;
    private final Clock clock;

    FirstDraft(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ProposalHead of(Deal deal, Viewer viewer, int validDays) {
        DealFacts facts = deal.facts();
        return new ProposalHead(
                facts.title(),
                recipient(facts),
                language(),
                facts.currency(),
                viewer.today(clock).plusDays(validDays));
    }

    /** The same head, valid again for some days where it is no longer. */
    ProposalHead again(ProposalHead head, Viewer viewer, int validDays) {
        LocalDate today = viewer.today(clock);
        LocalDate until = head.validUntil();
        boolean over = until != null && until.isBefore(today);
        return new ProposalHead(
                head.title(),
                head.recipient(),
                head.language(),
                head.currency(),
                over ? today.plusDays(validDays) : until);
    }

    private @Nullable String recipient(DealFacts facts) {
        String organization = name("organization", facts.organizationId());
        String person = name("person", facts.personId());
        String both = Stream.of(organization, person)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.joining("\n"));
        return both.isEmpty() ? null : both;
    }

    private @Nullable String name(String table, @Nullable Long id) {
        return id == null
                ? null
                : jdbc.sql("select name from " + table + " where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    private String language() {
        return jdbc.sql("select language from workspace").query(String.class).single();
    }
}
