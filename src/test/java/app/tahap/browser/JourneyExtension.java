package app.tahap.browser;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives each test its {@link Visits}, and fails the test whose pages complained. */
class JourneyExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace OURS = Namespace.create(JourneyExtension.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        Chromium chromium = test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Chromium.class, missing -> Chromium.start(), Chromium.class);
        ApplicationContext application = SpringExtension.getApplicationContext(test);
        int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        test.getStore(OURS).put(Visits.class, new Visits(chromium.browser(), port, application.getBean(Forger.class)));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Visits visits = visits(test);
        boolean failed = test.getExecutionException().isPresent();
        try {
            if (failed || !visits.complaints().isEmpty()) {
                visits.keepEvidence(folder(test));
            }
            if (!failed) {
                visits.assertNoComplaints();
            }
        } finally {
            visits.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visits.class;
    }

    @Override
    public Visits resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return visits(test);
    }

    private static Visits visits(ExtensionContext test) {
        return Objects.requireNonNull(test.getStore(OURS).get(Visits.class, Visits.class));
    }

    private static Path folder(ExtensionContext test) {
        String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
        return Path.of("target", "journeys", name.replaceAll("[^\\p{Alnum}.]+", "-"));
    }
}
