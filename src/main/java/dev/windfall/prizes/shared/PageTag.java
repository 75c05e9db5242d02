package dev.windfall.prizes.shared;

import dev.windfall.account.session.SessionAuthentication;
import dev.windfall.draw.LotterySettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/// The tags (RFC 9110, `ETag`) by which a browser asks whether the copy that it keeps of a page still holds. A
/// tag holds all that its page shows: what the caller names, the language, who is signed in with which form
/// token, and the program with its templates; the same on all nodes. Whether colours are light or dark is the
/// style sheet's affair.
///
/// Tags are weak, for a page may be sent compressed or not.
@Component
public class PageTag {

    private static final int BYTES = 15;

    private final String release;

    @Autowired
    PageTag(LotterySettings lottery, ObjectProvider<BuildProperties> build) {
        this(lottery + build.stream().map(it -> it.getVersion() + it.getTime()).collect(Collectors.joining()));
    }

    /// @param release all that is the same on every page until the program is started anew
    public PageTag(String release) {
        this.release = digest(release);
    }

    /// Whether the browser holds the page already; if so, the answer is complete. Sets the tag in either case.
    ///
    /// @param shown all that the page shows besides what every page does, by its `toString`
    public boolean isHeldBy(WebRequest request, Object... shown) {
        return request.checkNotModified(tag(request, shown));
    }

    private String tag(WebRequest request, Object... shown) {
        String session = request.getUserPrincipal() instanceof SessionAuthentication signedIn
                ? signedIn.session().id().toString()
                : "";
        var all = new StringJoiner("\n");
        all.add(release).add(LocaleContextHolder.getLocale().toString()).add(session);
        for (Object it : shown) {
            all.add(it.toString());
        }
        return "W/\"" + digest(all.toString()) + '"';
    }

    private static String digest(String text) {
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(sha256(text), BYTES));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
