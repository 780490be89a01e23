package app.tahap.bench;

/** Opens the dashboard. */
public final class DashboardSimulation extends PageSimulation {

    public DashboardSimulation() {
        super("/dashboard");
    }
}
