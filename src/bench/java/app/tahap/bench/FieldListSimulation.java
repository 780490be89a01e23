package app.tahap.bench;

/** Opens the list of deals, limited by a choice and a range of numbers in fields that an administrator added. */
public final class FieldListSimulation extends PageSimulation {

    /** Fulfilled by a fifth of all deals. */
    static final String MANY = "/deals?fields%5B2.min%5D=400&fields%5B2.max%5D=600";

    public FieldListSimulation() {
        super("/deals?fields%5B1.any%5D=2&fields%5B2.min%5D=400&fields%5B2.max%5D=600");
    }
}
