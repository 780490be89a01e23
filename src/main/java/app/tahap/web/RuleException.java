package app.tahap.web;

/**
 * Something a user asked for that a rule of the domain does not allow. Carries the key of the message that says so, in
 * the user's language; answered with status 422.
 */
public class RuleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Object[] arguments;

    public RuleException(String messageKey, Object... arguments) {
        super(messageKey);
        this.arguments = arguments;
    }

    public String messageKey() {
        return String.valueOf(getMessage());
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
