package app.tahap.guide;

/**
 * A page of the guide.
 *
 * @param name of its file without number and ending: the last part of its address
 * @param html what it says below its title
 */
record Topic(String name, String title, String html) {}
