package app.tahap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class TahapApplication {

    public static void main(String[] args) {
        SpringApplication.run(TahapApplication.class, args);
    }
}
