package app.tahap.sample;

import app.tahap.pipeline.Stage;
import java.util.List;
import java.util.Random;

/** Everything a sample deal is drawn from. */
record SampleCompany(
        List<Stage> stages,
        List<SampleStaff.Rep> reps,
        List<SampleContacts.Customer> customers,
        List<Long> lostReasons,
        List<Long> disqualifiedReasons,
        List<Long> sources,
        SampleMoney money,
        SampleCalendar calendar,
        Words words,
        long administratorId) {

    /** What the company speaks of, in the workspace's language. */
    record Words(List<String> deals, List<String> notes, List<String> lost, String reopened) {}

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** The first of a list are chosen more often than the last. */
    static <T> T pickUneven(List<T> list, Random random) {
        double skewed = Math.pow(random.nextDouble(), 1.6);
        return list.get((int) (skewed * list.size()));
    }

    Stage stage(int place) {
        return stages.get(place);
    }

    int lastPlace() {
        return stages.size() - 1;
    }

    /** Usual days in a stage: proposals and negotiations take longest, and a pipeline of fewer stages stays longer in each. */
    double usualDays(int place) {
        double progress = (double) place / lastPlace();
        double shape = 0.6 + 1.5 * Math.exp(-Math.pow((progress - 0.72) / 0.22, 2));
        return 6.0 * shape * 7 / stages.size();
    }

    /** After how many days in a stage a deal rots. */
    int rottingDays(int place) {
        return (int) Math.round(usualDays(place) * 2.6 / 5) * 5;
    }
}
