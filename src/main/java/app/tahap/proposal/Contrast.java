package app.tahap.proposal;

/** How well a colour is told from white: the contrast ratio of WCAG 2.2, 1 to 21. */
final class Contrast {

    /** What text needs (WCAG 2.2, 1.4.3). */
    static final double NEEDED = 4.5;

    private Contrast() {}

    /** @param colour as #rrggbb */
    static double withWhite(String colour) {
        double luminance = 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
