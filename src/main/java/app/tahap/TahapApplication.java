package app.tahap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

@SpringBootApplication
public class TahapApplication {

    /** Serves until it is stopped; with the profile of a command it does that and ends. */
    public static void main(String[] args) {
        ConfigurableApplicationContext context = SpringApplication.run(TahapApplication.class, args);
        if (context.getEnvironment().matchesProfiles("rebuild-stays")) {
            System.exit(SpringApplication.exit(context));
        }
    }
}
