package dev.windfall.account;

import java.util.regex.Pattern;

/// Pages of this application that a form or a link may lead to, whoever wrote it: path and query and nothing else, so
/// that nobody is led to another site.
public record OwnPages(Pattern addresses) {

    /// @param firstParts of the paths, without slashes
    public static OwnPages under(String... firstParts) {
        return new OwnPages(Pattern.compile("/(%s)(/[A-Za-z0-9_-]{1,100}){0,8}(\\?[A-Za-z0-9=&%%._~-]{0,200})?"
                .formatted(String.join("|", firstParts))));
    }

    public boolean have(String address) {
        return addresses.matcher(address).matches();
    }
}
