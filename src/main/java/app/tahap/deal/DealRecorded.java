package app.tahap.deal;

/**
 * An event was appended to a deal's log. Handled in the same transaction, in which the deal itself may not be written yet:
 * what is asked of it is best asked of the event. Imports and the remapping of stages tell of no single events.
 */
public record DealRecorded(DealEvent event) {}
