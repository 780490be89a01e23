package app.tahap.webform;

import org.jspecify.annotations.Nullable;

/** What a form says in one language; null where there is a text that serves in general. */
record FormTexts(
        String title,
        @Nullable String intro,
        @Nullable String consent,
        @Nullable String thanks) {}
