package app.tahap.deal;

/** The deal was changed by somebody else since it was shown; answered with 409 and the deal as it is now. */
public class StaleDealException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long dealId;

    StaleDealException(long dealId) {
        super("Deal " + dealId + " was changed since it was shown");
        this.dealId = dealId;
    }

    public long dealId() {
        return dealId;
    }
}
