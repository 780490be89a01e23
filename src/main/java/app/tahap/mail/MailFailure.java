package app.tahap.mail;

/** Why a mail was not sent. */
enum MailFailure {
    NO_SERVER,
    UNREACHABLE,
    LOGIN,
    BUSY,
    REFUSED,
    /** Nobody knows whether it was. */
    SILENT
}
