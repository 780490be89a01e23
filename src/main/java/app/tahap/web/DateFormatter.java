package app.tahap.web;

import java.text.ParseException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/** Reads and writes dates as browsers send them, year-month-day, within the years in which somebody may sell something. */
@Component
class DateFormatter implements Formatter<LocalDate> {

    private static final Pattern PLAUSIBLE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");

    @Override
    public String print(LocalDate date, Locale locale) {
        return date.toString();
    }

    @Override
    public LocalDate parse(String text, Locale locale) throws ParseException {
        if (!PLAUSIBLE.matcher(text.strip()).matches()) {
            throw new ParseException(text, 0);
        }
        return LocalDate.parse(text.strip());
    }
}
