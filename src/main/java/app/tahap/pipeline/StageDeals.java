package app.tahap.pipeline;

/**
 * How many deals there are in a stage.
 *
 * @param open awake ones
 * @param parked open ones that sleep until a date
 * @param closed won, lost and disqualified ones
 * @param unknown such as an import brought without telling their stage; they stand here for want of another
 * @param deleted ones, which are counted nowhere else
 * @param deletedOpen those of them that were open when they were deleted, and would be again if restored
 */
public record StageDeals(int open, int parked, int closed, int unknown, int deleted, int deletedOpen) {

    static final StageDeals NONE = new StageDeals(0, 0, 0, 0, 0, 0);

    /** Whether there are deals that need a stage in use: open ones, or such as would be open if restored. */
    public boolean isActive() {
        return open + parked + deletedOpen > 0;
    }

    /** Whether there are so many that taking them along lasts longer than people wait without a word. */
    public boolean isMany() {
        return open + parked + closed + unknown + deleted >= 5_000;
    }

    public boolean isEmpty() {
        return open + parked + closed + unknown + deleted == 0;
    }
}
