package app.tahap.exchange;

/**
 * How a file is written.
 *
 * @param charset the name of a character encoding that the JDK supports
 * @param heading whether the first row names the columns
 */
record FileFormat(String charset, Delimiter delimiter, boolean heading, DateOrder dates, DecimalSign decimals) {

    FileFormat delimitedBy(Delimiter other) {
        return new FileFormat(charset, other, heading, dates, decimals);
    }

    FileFormat valued(DateOrder newDates, DecimalSign newDecimals) {
        return new FileFormat(charset, delimiter, heading, newDates, newDecimals);
    }

    /** The same, with names of the columns in the first row. */
    FileFormat withHeading() {
        return new FileFormat(charset, delimiter, true, dates, decimals);
    }
}
