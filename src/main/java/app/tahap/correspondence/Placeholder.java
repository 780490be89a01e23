package app.tahap.correspondence;

import java.util.Arrays;
import java.util.Optional;

/** What a template can leave to be filled in, written as {@code {{deal.title}}}. */
enum Placeholder {
    PERSON_FIRST_NAME("person", "firstName"),
    PERSON_NAME("person", "name"),
    PERSON_JOB_TITLE("person", "jobTitle"),
    ORGANIZATION_NAME("organization", "name"),
    DEAL_TITLE("deal", "title"),
    DEAL_AMOUNT("deal", "amount"),
    DEAL_EXPECTED_CLOSE("deal", "expectedClose"),
    OWNER_NAME("owner", "name"),
    OWNER_EMAIL("owner", "email"),
    SENDER_NAME("sender", "name"),
    SENDER_EMAIL("sender", "email"),
    WORKSPACE_NAME("workspace", "name"),
    TODAY("today", "");

    private final String key;

    Placeholder(String about, String what) {
        this.key = what.isEmpty() ? about : about + "." + what;
    }

    String key() {
        return key;
    }

    /** As it stands in a text. */
    public String written() {
        return "{{" + key + "}}";
    }

    static Optional<Placeholder> of(String key) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.key.equals(key))
                .findFirst();
    }
}
