package app.tahap.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresProgramsTests {

    /** The names by which Java knows the systems and processors that Tahap is made for. */
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false",
        "Linux, amd64, true",
        "Linux, aarch64, false",
        "Mac OS X, aarch64, false",
        "Mac OS X, x86_64, false",
        "Windows 11, amd64, false"
    })
    void carriesPostgresqlFor(String system, String processor, boolean alpine) {
        assertThat(PostgresPrograms.class.getResource(PostgresPrograms.archiveName(system, processor, alpine)))
                .isNotNull();
    }

    @Test
    void doesNotTakeTheProgramsOfAnotherProcessor() {
        assertThat(PostgresPrograms.archiveName("Linux", "aarch64", false)).isEqualTo("/postgres-linux-arm_64.txz");
        assertThat(PostgresPrograms.archiveName("Linux", "s390x", false)).isEqualTo("/postgres-linux-s390x.txz");
    }
}
