package app.tahap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabasePropertiesTests {

    private final ApplicationContextRunner tahap = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Properties.class);

    @Test
    void keepsEverythingInTheHomeOfWhoeverStartsIt() {
        tahap.run(context -> assertThat(context.getBean(DatabaseProperties.class))
                .isEqualTo(new DatabaseProperties(
                        Path.of(System.getProperty("user.home"), ".tahap"), 0, Duration.ofMinutes(2))));
    }

    @Test
    void keepsEverythingInAnotherFolderIfTold() {
        tahap.withPropertyValues("tahap.database.folder=/srv/tahap").run(context -> assertThat(
                        context.getBean(DatabaseProperties.class).folder())
                .isEqualTo(Path.of("/srv/tahap")));
    }

    @EnableConfigurationProperties(DatabaseProperties.class)
    static class Properties {}
}
