package app.tahap.playbook;

/** What a playbook can do. */
public enum ActionKind {
    ACTIVITY,
    NOTIFICATION,
    ASSIGNMENT,
    EXPECTED_CLOSE,
    SOURCE,
    /** One of the administrator's fields. */
    FIELD,
    MOVE
}
