package app.tahap.account;

/** Whether somebody can log in: yes; not yet, for want of a password; no longer. */
enum UserState {
    ACTIVE,
    INVITED,
    DEACTIVATED
}
