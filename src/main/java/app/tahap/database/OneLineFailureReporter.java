package app.tahap.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Says in one line why Tahap did not start. Spring Boot's own report, of many lines, is switched off in application.yml.
 */
class OneLineFailureReporter implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger(OneLineFailureReporter.class);

    @Override
    @SuppressWarnings("SystemOut") // the console is where the person who typed the command looks
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        String line = "Tahap did not start: "
                + (analysis.getDescription() + action).replaceAll("\\s+", " ").strip();
        System.err.println(line);
        log.error(line);
        log.debug("The cause", analysis.getCause());
    }
}
