package app.tahap.activity;

/** The small drawing by which a kind of activity is recognised beside its name. */
public enum KindMark {
    CALL,
    MAIL,
    MEETING,
    TASK,
    CHAT,
    VISIT,
    DEMO,
    DOCUMENT,
    GIFT,
    FLAG
}
