package app.tahap.account;

/** Whose deals somebody sees: everyone's, those owned by members of the own team, or only the own ones. */
public enum Visibility {
    EVERYONE,
    TEAM,
    OWN
}
