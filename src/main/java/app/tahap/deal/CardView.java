package app.tahap.deal;

import app.tahap.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A card on the board.
 *
 * @param days whole days in the stage, by the workspace's calendar; null where an import does not tell since when it is there
 * @param rotting whether it is longer there than it should be
 * @param score 0 to 100; null where it was not qualified
 * @param ready whether it has as many closing signals as make a deal ready to close
 * @param stepMissing whether nothing is planned about it, although its stage has activities
 */
record CardView(
        long id,
        int version,
        long stageId,
        String rank,
        String title,
        @Nullable String organization,
        @Nullable Money amount,
        String owner,
        String initials,
        @Nullable Long days,
        boolean rotting,
        @Nullable Integer score,
        boolean ready,
        @Nullable StepView nextStep,
        boolean stepMissing) {

    private static final int HUES = 8;

    /** One of eight colours by which an owner's cards are told apart at a glance; the initials say the same. */
    public int hue() {
        return Math.floorMod(owner.hashCode(), HUES);
    }
}
