package app.tahap.proposal;

import java.util.Locale;

/**
 * What a link leads to, at the moment somebody follows it.
 *
 * @param over the proposal's last day is past
 * @param deleted the deal was deleted
 * @param deal the deal's title
 * @param sender the name of the deal's owner
 */
record Visit(
        long linkId,
        long versionId,
        long proposalId,
        long dealId,
        int number,
        String reference,
        ProposalStatus status,
        String language,
        boolean expired,
        boolean revoked,
        boolean deleted,
        boolean over,
        String deal,
        long ownerId,
        String sender) {

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** Whether the link shows the proposal at all, answered or not. */
    public boolean isReadable() {
        return !expired
                && !revoked
                && !deleted
                && status != ProposalStatus.WITHDRAWN
                && status != ProposalStatus.SUPERSEDED;
    }

    /** Whether it can be accepted or declined. */
    public boolean isAnswerable() {
        return isReadable() && status.isSent() && !over;
    }

    /** Why it shows nothing, as the end of a message's key. */
    public String closed() {
        return revoked || deleted
                ? "revoked"
                : expired ? "expired" : status == ProposalStatus.SUPERSEDED ? "superseded" : "withdrawn";
    }
}
