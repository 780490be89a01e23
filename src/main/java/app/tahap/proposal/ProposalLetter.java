package app.tahap.proposal;

import app.tahap.account.PublicAddress;
import app.tahap.account.Viewer;
import app.tahap.mail.Mail;
import java.util.Locale;

/**
 * A mail that brings a link to a customer: the link stands below the text, and the sender's name below that.
 *
 * @param name the customer's, as mail programs show it
 */
record ProposalLetter(String address, String name, String subject, String text, Locale language) {

    /** Must go out under an address that the operator has set. */
    Mail bearing(LinkToken token, Proposal proposal, PublicAddress home, Viewer sender) {
        String link = home.known(token.path()).orElseThrow();
        String body = text.strip() + "\n\n" + link + "\n\n" + sender.name();
        return new Mail(
                sender.id(),
                sender.name(),
                address,
                name,
                sender.email(),
                subject,
                body,
                language,
                "/proposals/" + proposal.id(),
                null);
    }
}
