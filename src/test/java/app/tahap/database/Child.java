package app.tahap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A JVM of its own that runs the real classes, to be refused or killed. */
final class Child implements AutoCloseable {

    private static final long LIMIT_SECONDS = 120;

    private final Process process;
    private final Path errors;

    private Child(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /** Runs a main class with the classes of the product and of the tests. */
    static Child of(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main.getName(), entry -> true, List.of(), arguments);
    }

    /** Runs Tahap as it is packaged, without the tests' classes. */
    static Child tahap(List<String> wrapper, List<String> jvmOptions, String... arguments) throws IOException {
        return start(
                wrapper, "app.tahap.TahapApplication", entry -> !entry.endsWith("test-classes"), jvmOptions, arguments);
    }

    private static Child start(
            List<String> wrapper, String main, Predicate<String> entries, List<String> jvmOptions, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(jvmOptions);
        command.add(main);
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("child", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment()
                .put(
                        "CLASSPATH",
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entries)
                                .collect(Collectors.joining(File.pathSeparator)));
        return new Child(builder.start(), errors);
    }

    BufferedReader output() {
        return process.inputReader();
    }

    /** Ends it as a power cut would; what it had told before can still be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Waits for its end; a program that goes on is a failure. */
    End end() throws IOException, InterruptedException {
        CompletableFuture<String> output = CompletableFuture.supplyAsync(
                () -> process.inputReader().lines().collect(Collectors.joining("\n")));
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            kill();
        }
        assertThat(ended).as("It goes on:\n" + output.join()).isTrue();
        return new End(process.exitValue(), output.join(), Files.readString(errors));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(errors);
    }

    record End(int code, String output, String errors) {}
}
