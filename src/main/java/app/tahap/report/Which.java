package app.tahap.report;

/** One of the two periods that stand beside each other. */
enum Which {
    CURRENT,
    EARLIER;

    static Which of(boolean current) {
        return current ? CURRENT : EARLIER;
    }

    /** The period that a moment belongs to; the moment's column must be in one of the two. */
    static String of(String moment) {
        return "case when " + moment + " >= :start then 'CURRENT' else 'EARLIER' end";
    }
}
