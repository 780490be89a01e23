package app.tahap.account;

/**
 * A team in the list of teams.
 *
 * @param members how many of its users were not deactivated
 */
record TeamRow(long id, String name, int members) {}
