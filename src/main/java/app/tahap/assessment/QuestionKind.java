package app.tahap.assessment;

/** How a question is answered. */
enum QuestionKind {
    /** In the customer's words. */
    OPEN,
    SINGLE,
    MULTIPLE,
    /** From 1 to 5. */
    RATING;

    static final int BEST = 5;

    boolean hasChoices() {
        return this == SINGLE || this == MULTIPLE;
    }
}
