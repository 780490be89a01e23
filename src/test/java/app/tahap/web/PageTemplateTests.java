package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTemplateTests {

    /** The layout's own declaration is not taken over, and without one browsers fall back to the rules of the nineties. */
    @Test
    void declaresEveryPageAsHtml() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> read(file).contains("~{layout :: page("))
                    .toList();

            assertThat(pages).isNotEmpty().allSatisfy(page -> assertThat(read(page))
                    .startsWith("<!DOCTYPE html>"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
