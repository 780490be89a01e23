package app.tahap.webform;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form that everybody can fill in.
 *
 * @param token the unguessable end of its address
 * @param owners the ids of those who are given a deal each in turn
 * @param sites the origins whose pages may show it in a frame
 * @param redirect the address to which it leads once it is sent; null for a page of its own
 * @param caught how many times something was sent that is taken for spam
 */
record WebForm(
        long id,
        int version,
        String token,
        String name,
        long pipelineId,
        FormTexts english,
        FormTexts indonesian,
        Set<FormField> fields,
        Set<FormField> required,
        List<Long> owners,
        @Nullable Long sourceId,
        @Nullable Long campaignId,
        List<String> sites,
        @Nullable String redirect,
        byte[] secret,
        boolean open,
        long caught,
        long received) {

    FormTexts texts(Locale language) {
        return language.getLanguage().equals("id") ? indonesian : english;
    }

    public boolean asks(FormField field) {
        return fields.contains(field);
    }

    public boolean requires(FormField field) {
        return required.contains(field);
    }
}
