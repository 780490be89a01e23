package app.tahap.web;

/** One option of a select: what is sent, and what is read. */
public record Choice(String value, String label) {

    public Choice(long id, String label) {
        this(Long.toString(id), label);
    }
}
