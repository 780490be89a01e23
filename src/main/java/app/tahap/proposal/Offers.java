package app.tahap.proposal;

import app.tahap.account.Viewer;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What proposals offer, in figures. */
@Repository
public class Offers {

    private final ProposalReader reader;
    private final JdbcClient jdbc;

    Offers(ProposalReader reader, JdbcClient jdbc) {
        this.reader = reader;
        this.jdbc = jdbc;
    }

    private record Discount(BigDecimal list, BigDecimal discount, BigDecimal largest, String fingerprint) {}

    /** The offer of a proposal's draft; empty where there is none that the viewer may see. */
    public Optional<Offer> draft(long proposalId, Viewer viewer) {
        return reader.draft(proposalId, viewer).map(this::of);
    }

    Offer of(VersionView version) {
        Discount found = jdbc.sql("""
                        select list, discount, largest, fingerprint from proposal_discount where version_id = :version
                        """)
                .param("version", version.id())
                .query(Discount.class)
                .single();
        return new Offer(
                version.dealId(),
                version.proposalId(),
                version.number(),
                version.revision(),
                version.head().money(),
                found.list(),
                Offer.share(found.discount()),
                Offer.share(found.largest()),
                version.totals().net(),
                Margin.of(version.totals()),
                found.fingerprint());
    }
}
