package app.tahap.bench;

/** Opens the day of somebody for whom 10,000 activities are planned. */
public final class MyDaySimulation extends PageSimulation {

    public MyDaySimulation() {
        super("/my-day");
    }
}
