package app.tahap.deal;

import app.tahap.contact.ContactRow;
import java.util.List;

/** Contacts that names typed into a deal may mean, although they are spelled unlike. */
record DealDuplicates(List<ContactRow> organizations, List<ContactRow> people) {

    static final DealDuplicates NONE = new DealDuplicates(List.of(), List.of());

    boolean isEmpty() {
        return organizations.isEmpty() && people.isEmpty();
    }
}
