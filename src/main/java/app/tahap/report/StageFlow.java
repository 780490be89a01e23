package app.tahap.report;

/**
 * What became of the deals that entered a stage in a period. Each deal counts once, however often it came back.
 *
 * @param entered all of them; wentOn, undecided and dropped are its parts
 * @param skipped of those that went on, how many did not stop at the next stage
 * @param returned how many were moved from there back to an earlier stage
 * @param running how many still are in the stage since
 */
public record StageFlow(
        long entered, long wentOn, long skipped, long returned, long undecided, long dropped, long running) {

    static final StageFlow NONE = new StageFlow(0, 0, 0, 0, 0, 0, 0);

    /** Of all that entered, the share that went on so far: undecided ones may still follow. */
    public Proportion conversion() {
        return new Proportion(wentOn, entered);
    }

    StageFlow plus(StageFlow other) {
        return new StageFlow(
                entered + other.entered,
                wentOn + other.wentOn,
                skipped + other.skipped,
                returned + other.returned,
                undecided + other.undecided,
                dropped + other.dropped,
                running + other.running);
    }
}
