package app.tahap.webform;

/** What a form can ask beside the name, which it always does. */
enum FormField {
    EMAIL("email", "email", 254),
    PHONE("tel", "tel", 40),
    ORGANIZATION("text", "organization", 200),
    JOB_TITLE("text", "organization-title", 200),
    MESSAGE("textarea", "off", 5_000);

    private final String type;
    private final String autocomplete;
    private final int longest;

    FormField(String type, String autocomplete, int longest) {
        this.type = type;
        this.autocomplete = autocomplete;
        this.longest = longest;
    }

    public String type() {
        return type;
    }

    /** What browsers may fill in. */
    public String autocomplete() {
        return autocomplete;
    }

    public int longest() {
        return longest;
    }

    /** As the input is called in {@link Enquiry}. */
    public String input() {
        return switch (this) {
            case EMAIL -> "email";
            case PHONE -> "phone";
            case ORGANIZATION -> "organization";
            case JOB_TITLE -> "jobTitle";
            case MESSAGE -> "message";
        };
    }
}
