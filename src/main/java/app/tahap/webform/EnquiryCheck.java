package app.tahap.webform;

import java.util.regex.Pattern;
import org.springframework.validation.Errors;

/** Says what is missing or wrong in what a stranger sends, at its field. */
final class EnquiryCheck {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,185}\\.[^\\s@<>\".]{2,63}");
    private static final Pattern PHONE = Pattern.compile("[-+0-9 ()./]{4,40}");

    private EnquiryCheck() {}

    static void check(Enquiry enquiry, WebForm form, FormTexts texts, Errors errors) {
        if (enquiry.name() == null || enquiry.name().isBlank()) {
            errors.rejectValue("name", "webform.name.required");
        } else if (enquiry.name().length() > Enquiry.LONGEST_NAME) {
            errors.rejectValue("name", "webform.field.long", new Object[] {Enquiry.LONGEST_NAME}, null);
        }
        form.fields().forEach(field -> check(field, enquiry, form, errors));
        if (texts.consent() != null && !enquiry.isConsenting()) {
            errors.rejectValue("consent", "webform.consent.required");
        }
    }

    private static void check(FormField field, Enquiry enquiry, WebForm form, Errors errors) {
        String value = enquiry.value(field);
        if (value == null) {
            if (form.requires(field)) {
                errors.rejectValue(field.input(), "webform.field.required");
            }
        } else if (value.length() > field.longest()) {
            errors.rejectValue(field.input(), "webform.field.long", new Object[] {field.longest()}, null);
        } else if (field == FormField.EMAIL && !EMAIL.matcher(value).matches()) {
            errors.rejectValue(field.input(), "webform.email.invalid");
        } else if (field == FormField.PHONE && !PHONE.matcher(value).matches()) {
            errors.rejectValue(field.input(), "webform.phone.invalid");
        }
    }
}
