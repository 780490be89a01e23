package app.tahap.proposal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the PDFs as they were sent, and the answers to them. Neither ever changes. */
@Repository
class ProposalDocuments {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(long versionId, byte[] pdf) {
        jdbc.sql("""
                        insert into proposal_document (version_id, pdf, sha256, created_at)
                        values (:version, :pdf, :hash, :now)
                        """)
                .param("version", versionId)
                .param("pdf", pdf)
                .param("hash", Sha256.hex(pdf))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<byte[]> pdf(long versionId) {
        return jdbc.sql("select pdf from proposal_document where version_id = :version")
                .param("version", versionId)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    String sha256(long versionId) {
        return jdbc.sql("select sha256 from proposal_document where version_id = :version")
                .param("version", versionId)
                .query(String.class)
                .single();
    }

    void keep(long versionId, Answer answer) {
        jdbc.sql("""
                        insert into proposal_answer (version_id, accepted, name, reason, answered_at, address, user_agent, sha256)
                        values (:version, :accepted, :name, :reason, :at, :address, :agent, :hash)
                        """)
                .param("version", versionId)
                .param("accepted", answer.accepted())
                .param("name", answer.name())
                .param("reason", answer.reason())
                .param("at", answer.answeredAt().atOffset(ZoneOffset.UTC))
                .param("address", answer.address())
                .param("agent", answer.userAgent())
                .param("hash", answer.sha256())
                .update();
    }

    Optional<Answer> answer(long versionId) {
        return jdbc.sql("""
                        select accepted, name, reason, answered_at, address, user_agent, sha256
                          from proposal_answer where version_id = :version
                        """).param("version", versionId).query(Answer.class).optional();
    }
}
