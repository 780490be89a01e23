package app.tahap.proposal;

import org.jspecify.annotations.Nullable;

/**
 * How the workspace's proposals look and reckon.
 *
 * @param validDays for how many days a new draft is valid
 * @param linkDays for how many days a new link serves
 * @param accent the colour of headings and buttons, as #rrggbb
 * @param sender who sends it, in several lines: name, address, telephone
 * @param footer stands at the end of each page, such as a registration or bank account
 * @param logo whether there is one
 */
record ProposalSettings(
        Rounding rounding,
        int validDays,
        int linkDays,
        String accent,
        @Nullable String sender,
        @Nullable String footer,
        boolean logo,
        int version) {

    static final ProposalSettings FIRST =
            new ProposalSettings(Rounding.HALF_UP, 30, 60, "#0f766e", null, null, false, 0);
}
