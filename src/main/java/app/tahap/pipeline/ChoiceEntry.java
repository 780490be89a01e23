package app.tahap.pipeline;

/** One entry of a list; an archived one stays with the deals that have it, and is no longer offered. */
record ChoiceEntry(long id, String label, boolean archived, int version) {}
