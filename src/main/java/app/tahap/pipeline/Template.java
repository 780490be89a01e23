package app.tahap.pipeline;

import java.math.BigDecimal;
import java.util.List;

/** The pipelines that Tahap proposes at set-up, from the whole sales process down to its core. */
public enum Template {
    SEVEN(
            Step.PROSPECTING,
            Step.QUALIFICATION,
            Step.CONTACT,
            Step.NEEDS,
            Step.PROPOSAL,
            Step.NEGOTIATION,
            Step.CLOSING),
    SIX(Step.PROSPECTING, Step.QUALIFICATION, Step.NEEDS, Step.PROPOSAL, Step.NEGOTIATION, Step.CLOSING),
    FIVE(Step.PROSPECTING, Step.QUALIFICATION, Step.CONTACT, Step.PROPOSAL, Step.CLOSING),
    FOUR(Step.PROSPECTING, Step.QUALIFICATION, Step.PROPOSAL, Step.CLOSING);

    private final List<Step> steps;

    Template(Step... steps) {
        this.steps = List.of(steps);
    }

    /** The steps that become stages, in their order. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * A step of the sales process. The probabilities are a start for teams without a history; the dashboard shows what
     * the team's own deals say.
     */
    public enum Step {
        PROSPECTING("0.05"),
        QUALIFICATION("0.10"),
        CONTACT("0.20"),
        NEEDS("0.35"),
        PROPOSAL("0.50"),
        NEGOTIATION("0.70"),
        CLOSING("0.90");

        private final String probability;

        Step(String probability) {
            this.probability = probability;
        }

        BigDecimal probability() {
            return new BigDecimal(probability);
        }
    }
}
