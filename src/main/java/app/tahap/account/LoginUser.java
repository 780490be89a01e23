package app.tahap.account;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** What a session keeps of a user: the id. Everything else is loaded anew with each request, so that it is never stale. */
final class LoginUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final long id;
    private @Nullable String passwordHash;

    LoginUser(User user) {
        this.id = user.id();
        this.passwordHash = user.getPasswordHash();
    }

    @Override
    public String getUsername() {
        return Long.toString(id);
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoginUser user && user.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
