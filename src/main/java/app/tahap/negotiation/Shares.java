package app.tahap.negotiation;

import java.math.BigDecimal;

/** Writes shares, 0 to 1, as percentages with all their decimals: one just above a limit must not read as the limit. */
final class Shares {

    private Shares() {}

    static BigDecimal percent(BigDecimal share) {
        return plain(share.movePointRight(2));
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
