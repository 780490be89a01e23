package app.tahap.deal;

/** Deals came in with their past. */
public record DealsImported(int count) {}
