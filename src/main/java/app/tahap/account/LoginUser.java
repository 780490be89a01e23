package app.tahap.account;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** What a session keeps of a user: the id. Everything else is loaded anew with each request, so that it is never stale. */
final class LoginUser implements UserDetails {

    private static final long serialVersionUID = 2;

    private final long id;

    LoginUser(long id) {
        this.id = id;
    }

    @Override
    public String getUsername() {
        return Long.toString(id);
    }

    @Override
    public @Nullable String getPassword() {
        return null;
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
