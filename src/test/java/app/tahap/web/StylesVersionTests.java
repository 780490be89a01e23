package app.tahap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class StylesVersionTests {

    @Test
    void changesTheAddressOfASheetWithWhatItImports() {
        String root = "@import url(\"card.css\");";

        String before = versionOf(root, ".card { color: red }");

        assertThat(versionOf(root, ".card { color: blue }")).isNotEqualTo(before);
        assertThat(versionOf(root, ".card { color: red }")).isEqualTo(before).matches("[0-9a-f]{32}");
    }

    /** The version of the first sheet. */
    private static String versionOf(String... sheets) {
        Resource[] resources = Arrays.stream(sheets)
                .map(sheet -> new ByteArrayResource(sheet.getBytes(StandardCharsets.UTF_8)))
                .toArray(Resource[]::new);
        return new StylesVersion(Arrays.asList(resources)).getResourceVersion(resources[0]);
    }
}
