package app.tahap.proposal;

import app.tahap.web.Versions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the settings; until somebody changes them, the first ones hold. */
@Repository
class ProposalSettingsStore {

    private final JdbcClient jdbc;

    ProposalSettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ProposalSettings load() {
        return jdbc.sql("""
                        select rounding, valid_days, link_days, accent, sender, footer, logo is not null as logo, version
                          from proposal_settings
                        """).query(ProposalSettings.class).optional().orElse(ProposalSettings.FIRST);
    }

    /** @param seen the version of the settings that the form was filled from */
    @Transactional
    public void change(ProposalSettings settings, @Nullable Integer seen) {
        requireCurrent(seen);
        jdbc.sql("""
                        update proposal_settings
                           set rounding = :rounding, valid_days = :valid, link_days = :link, accent = :accent,
                               sender = :sender, footer = :footer, version = version + 1
                        """)
                .param("rounding", settings.rounding().name())
                .param("valid", settings.validDays())
                .param("link", settings.linkDays())
                .param("accent", settings.accent())
                .param("sender", settings.sender())
                .param("footer", settings.footer())
                .update();
    }

    /** @param png null for none */
    @Transactional
    public void changeLogo(byte @Nullable [] png) {
        ensure();
        jdbc.sql("update proposal_settings set logo = cast(:logo as bytea), version = version + 1")
                .param("logo", png)
                .update();
    }

    /** The logo as PNG. */
    Optional<byte[]> logo() {
        return jdbc.sql("select logo from proposal_settings where logo is not null")
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private void requireCurrent(@Nullable Integer seen) {
        ensure();
        int current = jdbc.sql("select version from proposal_settings for update")
                .query(Integer.class)
                .single();
        Versions.requireCurrent(ProposalSettings.class, current, seen);
    }

    private void ensure() {
        ProposalSettings first = ProposalSettings.FIRST;
        jdbc.sql("""
                        insert into proposal_settings (rounding, valid_days, link_days, accent, version)
                        values (:rounding, :valid, :link, :accent, 0) on conflict do nothing
                        """)
                .param("rounding", first.rounding().name())
                .param("valid", first.validDays())
                .param("link", first.linkDays())
                .param("accent", first.accent())
                .update();
    }
}
