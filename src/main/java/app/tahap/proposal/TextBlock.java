package app.tahap.proposal;

import org.jspecify.annotations.Nullable;

/** A piece of text that proposals use again and again. */
record TextBlock(
        long id,
        Section section,
        String language,
        String name,
        String text,
        boolean archived,
        @Nullable Integer version) {}
