package dev.windfall.account.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/// Reads the cookie when somebody asks for the first time, which no style sheet does.
final class CookieSecurityContext implements DeferredSecurityContext {

    private final Supplier<Optional<Session>> cookie;
    private @Nullable SecurityContext context;
    private boolean generated;

    CookieSecurityContext(Supplier<Optional<Session>> cookie) {
        this.cookie = cookie;
    }

    @Override
    public SecurityContext get() {
        var read = context;
        if (read == null) {
            var session = cookie.get();
            generated = session.isEmpty();
            read = session.<SecurityContext>map(it -> new SecurityContextImpl(new SessionAuthentication(it)))
                    .orElseGet(SecurityContextImpl::new);
            context = read;
        }
        return read;
    }

    @Override
    public boolean isGenerated() {
        get();
        return generated;
    }
}
