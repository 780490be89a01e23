package app.tahap.qualification;

import java.sql.Types;
import java.util.Objects;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When the workspace wants to be advised to let deals go. */
@Repository
@Transactional
class AdviceSettings {

    /** For a workspace that was not set up, as the table proposes. */
    private static final SettingsForm NONE = new SettingsForm(30, 60, 21, null, 0);

    private final JdbcClient jdbc;

    AdviceSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SettingsForm load() {
        return jdbc.sql("select low_score, coverage, quiet_days, quiet_reason_id, version from qualification_settings")
                .query(SettingsForm.class)
                .optional()
                .orElse(NONE);
    }

    void change(SettingsForm form) {
        int changed = jdbc.sql("""
                        update qualification_settings
                           set low_score = :low, coverage = :coverage, quiet_days = :days, quiet_reason_id = :reason,
                               version = version + 1
                         where version = :version
                        """)
                .param("low", form.lowScore())
                .param("coverage", form.coverage())
                .param("days", form.quietDays())
                .param("reason", form.quietReasonId(), Types.BIGINT)
                .param("version", Objects.requireNonNullElse(form.version(), -1))
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("The settings were changed meanwhile");
        }
    }
}
