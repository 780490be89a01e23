package app.tahap.account;

/** What lies with a user and has to be handed over before the user leaves; told by the module whose work it is. */
public interface OpenWork {

    /** How many open deals a user owns. */
    long countOf(long userId);
}
