package app.tahap.deal;

import app.tahap.web.RuleException;

/** What was typed into a {@link PassagePart} cannot be written. Nothing was changed; the part's fields say what is wrong. */
public class PartRefusedException extends RuleException {

    private static final long serialVersionUID = 1;

    public PartRefusedException() {
        super("web.value.invalid");
    }
}
