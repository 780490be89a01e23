package app.tahap.playbook;

/** Whom a playbook tells something. */
public enum Recipient {
    OWNER,
    /** The managers of the owner's team; where there is none, the administrators. */
    MANAGERS,
    USER
}
