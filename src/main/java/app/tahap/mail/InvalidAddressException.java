package app.tahap.mail;

import app.tahap.web.RuleException;

/** What was given as an e-mail address is none. */
public final class InvalidAddressException extends RuleException {

    private static final long serialVersionUID = 1;

    InvalidAddressException(String address) {
        super("mail.address.invalid", address);
    }
}
