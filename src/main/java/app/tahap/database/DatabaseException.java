package app.tahap.database;

/** The embedded PostgreSQL cannot serve; the message says why in one line, for whoever started Tahap. */
class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseException(String message) {
        super(message);
    }

    DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
