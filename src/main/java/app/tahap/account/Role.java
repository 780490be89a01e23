package app.tahap.account;

/** What a user may do: administrators set the workspace up, managers read and help their people, reps move deals. */
public enum Role {
    ADMINISTRATOR,
    MANAGER,
    REP
}
