package app.tahap.field;

/** One of the choices of a field; an archived one stays with the records that have it, and is no longer offered. */
public record FieldChoice(long id, String label, boolean archived, int version) {}
