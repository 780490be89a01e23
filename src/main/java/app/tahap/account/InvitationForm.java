package app.tahap.account;

import org.jspecify.annotations.Nullable;

record InvitationForm(@NewPassword @Nullable String password) {}
