package dev.windfall.account.session;

import dev.windfall.account.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/// A session as Spring Security sees it. Its principal is the [SignedIn].
///
/// Who must change the password first has no role until that is done.
public final class SessionAuthentication extends AbstractAuthenticationToken {

    public static final String SUBSCRIBER = "SUBSCRIBER";
    public static final String STAFF = "STAFF";

    private static final long serialVersionUID = 1;

    private final Session session;

    public SessionAuthentication(Session session) {
        super(authorities(session));
        this.session = session;
        super.setAuthenticated(true);
    }

    public Session session() {
        return session;
    }

    @Override
    public SignedIn getPrincipal() {
        return session.owner();
    }

    /// The cookie's signature was the credential; there is nothing to keep.
    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return session.owner().account();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionAuthentication that && session.equals(that.session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }

    private static List<GrantedAuthority> authorities(Session session) {
        if (session.mustChangePassword()) {
            return List.of();
        }
        return switch (session.owner()) {
            case SignedIn.Subscriber _ -> AuthorityUtils.createAuthorityList("ROLE_" + SUBSCRIBER);
            case SignedIn.Staff _ -> AuthorityUtils.createAuthorityList("ROLE_" + STAFF);
        };
    }
}
