package app.tahap.web;

/** What was asked for does not exist, or not for this viewer: both are answered with 404, so that neither tells. */
public class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotFoundException(String what, Object id) {
        super("No " + what + " " + id + " for this viewer");
    }
}
