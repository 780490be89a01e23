package app.tahap.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankTests {

    /** Puts cards at given places of a column, and looks whether each stands where it was put. */
    @Property(tries = 200)
    void keepsEveryOrder(@ForAll @Size(min = 1, max = 300) List<@IntRange(max = 1000) Integer> places) {
        List<String> ranks = new ArrayList<>();
        for (int place : places) {
            int index = place % (ranks.size() + 1);
            String above = index == 0 ? null : ranks.get(index - 1);
            String below = index == ranks.size() ? null : ranks.get(index);
            ranks.add(index, Rank.between(above, below));
        }
        assertThat(ranks).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void staysShortHoweverOftenCardsAreAddedAtTheTop() {
        String top = Rank.between(null, null);
        for (int i = 0; i < 100_000; i++) {
            String higher = Rank.between(null, top);
            assertThat(higher).isLessThan(top);
            top = higher;
        }
        assertThat(top).hasSizeLessThan(9);
    }

    @Test
    void staysShortHoweverOftenCardsAreAddedAtTheEnd() {
        String end = Rank.between(null, null);
        for (int i = 0; i < 100_000; i++) {
            String lower = Rank.between(end, null);
            assertThat(lower).isGreaterThan(end);
            end = lower;
        }
        assertThat(end).hasSizeLessThan(9);
    }

    @Test
    void growsByOneCharacterInSomeFourCardsPutIntoTheSameGap() {
        String above = Rank.between(null, null);
        String below = Rank.between(above, null);
        for (int i = 0; i < 200; i++) {
            below = Rank.between(above, below);
        }
        assertThat(below).hasSizeLessThan(60);
    }

    @Test
    void givesPeopleWhoPutCardsIntoTheSameGapDifferentRanksMostly() {
        String above = Rank.between(null, null);
        String below = Rank.between(above, Rank.between(above, null));

        assertThat(new Random(1)
                        .ints(100)
                        .mapToObj(i -> Rank.between(above, below))
                        .distinct())
                .hasSizeGreaterThan(90);
    }

    @Test
    void givesCardsAddedAtTheSameMomentDifferentRanksMostly() {
        String first = Rank.between(null, null);
        String second = Rank.between(first, null);
        for (String top : List.of(first, Rank.between(null, first), "a0", "a0V")) {
            assertThat(distinct(null, top)).as("above " + top).isGreaterThan(90);
        }
        assertThat(distinct(first, second)).isGreaterThan(90);
        assertThat(distinct("a0", "a1V")).isGreaterThan(90);
        assertThat(distinct("a0", "a01V")).isGreaterThan(90);
    }

    private static int distinct(@Nullable String above, String below) {
        Set<String> ranks = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String rank = Rank.between(above, below);
            assertThat(rank).isLessThan(below);
            ranks.add(rank);
        }
        return ranks.size();
    }

    @Test
    void refusesNeighboursInTheWrongOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rank.between("b0", "a0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rank.between("a0", "a0"));
    }
}
