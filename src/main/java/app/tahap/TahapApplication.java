package app.tahap;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

@SpringBootApplication
public class TahapApplication {

    /** Serves until it is stopped; with the profile of a command it does that, without opening a port, and ends. */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(TahapApplication.class);
        application.addInitializers(context -> {
            if (isCommand(context.getEnvironment())) {
                openNoPort(context.getEnvironment());
            }
        });
        ConfigurableApplicationContext context = application.run(args);
        if (isCommand(context.getEnvironment())) {
            System.exit(SpringApplication.exit(context));
        }
    }

    private static boolean isCommand(ConfigurableEnvironment environment) {
        return environment.matchesProfiles("rebuild-stays", "recover-password");
    }

    /** Before all other settings: where the server beside it listens is often set for the whole machine. */
    private static void openNoPort(ConfigurableEnvironment environment) {
        Map<String, Object> closed = Map.of(
                "server.port",
                -1,
                "management.server.port",
                -1,
                "tahap.jobs.enabled",
                false,
                "tahap.pdf.warm-up",
                false);
        environment.getPropertySources().addFirst(new MapPropertySource("command", closed));
    }
}
