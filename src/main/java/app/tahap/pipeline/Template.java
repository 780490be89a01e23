package app.tahap.pipeline;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        QUALIFICATION("0.10", StageTool.QUALIFICATION),
        CONTACT("0.20"),
        NEEDS("0.35", StageTool.QUESTIONS),
        PROPOSAL("0.50", StageTool.PROPOSALS),
        NEGOTIATION("0.70", StageTool.PROPOSALS, StageTool.OBJECTIONS),
        CLOSING("0.90", StageTool.PROPOSALS, StageTool.SIGNALS);

        private static final Map<Step, List<CriterionKind>> ADVISED = Map.of(
                PROSPECTING, List.of(CriterionKind.SOURCE, CriterionKind.ORGANIZATION),
                QUALIFICATION, List.of(CriterionKind.QUALIFICATION),
                CONTACT, List.of(CriterionKind.CONTACT, CriterionKind.PERSON),
                NEEDS, List.of(),
                PROPOSAL, List.of(CriterionKind.PROPOSAL, CriterionKind.AMOUNT, CriterionKind.EXPECTED_CLOSE),
                NEGOTIATION, List.of(CriterionKind.AMOUNT),
                CLOSING, List.of());

        private final String probability;
        private final Set<StageTool> tools;

        Step(String probability, StageTool... more) {
            this.probability = probability;
            this.tools = EnumSet.of(StageTool.ACTIVITIES, more);
        }

        /** What helps with the step's work, beside planning the next activity, which every step needs. */
        Set<StageTool> tools() {
            return tools;
        }

        /** What is advised before a deal goes on. Nothing is required, so that nobody is held up on the first day. */
        List<CriterionKind> advised() {
            return ADVISED.getOrDefault(this, List.of());
        }

        BigDecimal probability() {
            return new BigDecimal(probability);
        }
    }
}
