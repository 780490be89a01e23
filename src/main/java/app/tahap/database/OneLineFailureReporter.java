package app.tahap.database;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says on the console in one line why Tahap did not start; Spring Boot's own report repeats it in the log. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneLineFailureReporter implements FailureAnalysisReporter {

    @Override
    @SuppressWarnings("SystemOut") // the console is where the person who typed the command looks
    public void report(FailureAnalysis analysis) {
        System.err.println("Tahap did not start: " + analysis.getDescription());
    }
}
