package app.tahap.qualification;

import app.tahap.deal.ImportedSheet.CellReader;
import app.tahap.deal.ImportedSheet.Named;
import app.tahap.deal.SheetWords;
import app.tahap.field.CellText;
import app.tahap.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what files tell of answers to criteria. */
final class AnswerCells implements CellReader {

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
    private static final Pattern YES = Pattern.compile("(?i)yes|ya|y|true|1");
    private static final Pattern NO = Pattern.compile("(?i)no|tidak|belum|n|false|0");
    private static final int DECIMALS = 4;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2_000;

    private record Place(Criterion criterion, SheetPart part) {}

    private final Map<String, Place> places = new HashMap<>();
    private final SheetWords words;

    AnswerCells(List<Criterion> criteria, SheetWords words) {
        this.words = words;
        criteria.forEach(criterion -> SheetPart.of(criterion.kind())
                .forEach(part -> places.put(part.key(criterion.id()), new Place(criterion, part))));
    }

    @Override
    public Optional<?> read(String key, String cell, CellText text) {
        Place place = places.get(key);
        if (place == null) {
            return Optional.empty();
        }
        return switch (place.part()) {
            case RATING -> rating(place.criterion(), cell);
            case AMOUNT -> text.money(cell).filter(AnswerCells::isPossible);
            case CONFIRMED -> confirmed(cell);
            case PERSON ->
                Optional.of(cell).filter(name -> name.length() <= LONGEST_NAME).map(Named::new);
            case ROLE -> words.value(cell, AuthorityRole.class, "qualification.role.");
            case SEVERITY -> words.value(cell, Severity.class, "qualification.severity.");
            case DUE -> text.date(cell);
            case NOTE -> Optional.of(cell).filter(note -> note.length() <= LONGEST_NOTE);
        };
    }

    /** As a digit, or in the words of the criterion. */
    private static Optional<Integer> rating(Criterion criterion, String cell) {
        if (cell.matches("[0-" + Criterion.BEST + "]")) {
            return Optional.of(Integer.valueOf(cell));
        }
        for (int rating = 0; rating <= Criterion.BEST; rating++) {
            if (cell.equalsIgnoreCase(criterion.words().get(rating))) {
                return Optional.of(rating);
            }
        }
        return Optional.empty();
    }

    private static boolean isPossible(Money money) {
        BigDecimal amount = money.amount();
        return amount.signum() >= 0
                && amount.compareTo(LIMIT) < 0
                && amount.stripTrailingZeros().scale() <= DECIMALS;
    }

    private Optional<Boolean> confirmed(String cell) {
        if (words.says(cell, "qualification.confirmed") || YES.matcher(cell).matches()) {
            return Optional.of(true);
        }
        return words.says(cell, "qualification.unconfirmed") || NO.matcher(cell).matches()
                ? Optional.of(false)
                : Optional.empty();
    }
}
