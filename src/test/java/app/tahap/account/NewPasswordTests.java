package app.tahap.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTests {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "sepeda tua di garasi",
                "hunter2hunter",
                "Tr0ub4dor&3",
                "matahari terbit 7",
                "пароль длинный",
                "my password is long"
            })
    void acceptsWhatIsLong(String password) {
        assertThat(refusal(password)).isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"123456789", "nine char", "äöü"})
    void refusesWhatIsShort(String password) {
        assertThat(refusal(password)).isEqualTo("{account.password.short}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "1212121212",
                "1234567890",
                "qwertyuiop",
                "password123",
                "Password2026!",
                "P4ssw0rd1234",
                "passwordpassword",
                "!!rahasia!!",
                "bismillah1",
                "adminadmin"
            })
    void refusesWhatEverybodyTriesFirst(String password) {
        assertThat(refusal(password)).isEqualTo("{account.password.common}");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 100_000})
    void refusesWhatIsEndless(int length) {
        assertThat(refusal("abcdefg hijk".repeat(length).substring(0, length))).isEqualTo("{account.password.long}");
    }

    private @Nullable String refusal(@Nullable String password) {
        return validator.validateValue(InvitationForm.class, "password", password).stream()
                .map(violation -> violation.getMessageTemplate())
                .findFirst()
                .orElse(null);
    }
}
