package app.tahap.exchange;

import java.io.InputStream;

/** Something that can be read from its beginning as often as needed. */
@FunctionalInterface
interface Content {

    InputStream open();
}
