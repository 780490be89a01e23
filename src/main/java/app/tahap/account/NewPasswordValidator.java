package app.tahap.account;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Length decides, as in NIST SP 800-63B; there are no rules about kinds of characters. Refused is what guessing tries
 * first: few different characters, a row of keys, and common words that were only made longer by digits and signs.
 */
public class NewPasswordValidator implements ConstraintValidator<NewPassword, String> {

    private static final int SHORTEST = 10;
    /** Beyond it, hashing would only take longer. */
    private static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 5;
    private static final String ROWS_OF_KEYS = "01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz "
            + "qwertyuiopasdfghjklzxcvbnm 1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv5tgb";
    private static final Pattern PADDING = Pattern.compile("^[^a-z]+|[^a-z]+$");
    private static final Pattern COMMON_WORDS =
            Pattern.compile("(?:admin|administrator|bismillah|changeme|default|dragon|"
                    + "football|freedom|indonesia|iloveyou|jakarta|katasandi|letmein|login|merdeka|monkey|password|passwort|"
                    + "princess|qwerty|qwertyuiop|rahasia|sales|sayang|secret|sunshine|superman|tahap|user|welcome)+");

    @Override
    public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
        String refusal = refusal(password == null ? "" : password);
        if (refusal != null) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("{" + refusal + "}").addConstraintViolation();
        }
        return refusal == null;
    }

    private static @Nullable String refusal(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return "account.password.short";
        }
        if (password.length() > LONGEST) {
            return "account.password.long";
        }
        return isEasilyGuessed(password.toLowerCase(Locale.ROOT)) ? "account.password.common" : null;
    }

    private static boolean isEasilyGuessed(String password) {
        String word = PADDING.matcher(password).replaceAll("");
        return password.chars().distinct().count() < FEWEST_DIFFERENT
                || ROWS_OF_KEYS.contains(password)
                || COMMON_WORDS.matcher(plain(word)).matches();
    }

    /** P4ssw0rd is no better than password. */
    private static String plain(String word) {
        return word.replaceAll("[4@]", "a")
                .replace('3', 'e')
                .replaceAll("[1!]", "i")
                .replace('0', 'o')
                .replaceAll("[5$]", "s");
    }
}
