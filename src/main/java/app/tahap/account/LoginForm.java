package app.tahap.account;

import org.jspecify.annotations.Nullable;

record LoginForm(@Nullable String email, @Nullable String password) {}
