package app.tahap.web;

/**
 * One page of a list.
 *
 * @param number counted from 1
 * @param total how many rows there are on all pages
 */
public record Paging(int number, int size, long total) {

    /** The page asked for, or the nearest there is. */
    public static Paging of(int wanted, int size, long total) {
        int last = (int) Math.max(1, (total + size - 1) / size);
        return new Paging(Math.max(1, Math.min(wanted, last)), size, total);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public long offset() {
        return (long) (number - 1) * size;
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages();
    }
}
