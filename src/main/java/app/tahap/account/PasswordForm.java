package app.tahap.account;

import org.jspecify.annotations.Nullable;

/**
 * @param current the password that serves until now
 */
record PasswordForm(
        @Nullable String current, @NewPassword @Nullable String password) {}
