package app.tahap.exchange;

import app.tahap.web.RuleException;

/** An import cannot be described any more, since deals have come of it or its file is being read. */
class ImportBegunException extends RuleException {

    private static final long serialVersionUID = 1;

    private final long importId;

    ImportBegunException(long importId) {
        super("exchange.run.begun");
        this.importId = importId;
    }

    long importId() {
        return importId;
    }
}
