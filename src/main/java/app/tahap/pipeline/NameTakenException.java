package app.tahap.pipeline;

import app.tahap.web.RuleException;

/** Another pipeline, or another stage of the pipeline, in use has this name already. */
class NameTakenException extends RuleException {

    private static final long serialVersionUID = 1;

    NameTakenException(String name) {
        super("pipeline.name.taken", name);
    }
}
