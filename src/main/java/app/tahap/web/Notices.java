package app.tahap.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells what was done, on the page that the answer leads to. */
@Component
public class Notices {

    private final MessageSource messages;

    Notices(MessageSource messages) {
        this.messages = messages;
    }

    /** Tells it in the language of the request. */
    public void tell(RedirectAttributes flash, String messageKey, Object... arguments) {
        tell(flash, LocaleContextHolder.getLocale(), messageKey, arguments);
    }

    /** Tells it in the language that the next page will have. */
    public void tell(RedirectAttributes flash, Locale locale, String messageKey, Object... arguments) {
        flash.addFlashAttribute("notice", messages.getMessage(messageKey, arguments, locale));
    }
}
