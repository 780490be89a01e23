package app.tahap.exchange;

import app.tahap.web.RuleException;

/** A file is no table, or not one that can be read in the format given. */
class UnreadableFileException extends RuleException {

    private static final long serialVersionUID = 1;

    UnreadableFileException(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }
}
