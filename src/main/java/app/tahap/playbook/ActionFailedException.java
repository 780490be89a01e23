package app.tahap.playbook;

import app.tahap.web.RuleException;

/** An action of a playbook is not possible, so that nothing of the run is done. */
class ActionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int number;
    private final RuleException rule;

    /** @param number which action, counted from 1 */
    ActionFailedException(int number, RuleException rule) {
        super("Action " + number, rule);
        this.number = number;
        this.rule = rule;
    }

    RunEnd end() {
        return RunEnd.failed(number, rule.messageKey(), rule.arguments());
    }
}
