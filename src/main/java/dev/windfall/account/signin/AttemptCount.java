package dev.windfall.account.signin;

/// One thing that attempts are counted for.
///
/// @param shared whether many subscribers may sit behind it, so that it is allowed more
public record AttemptCount(String key, boolean shared) {

    static AttemptCount ofAccount(String key) {
        return new AttemptCount(key, false);
    }

    static AttemptCount ofNetwork(String network) {
        return new AttemptCount("network:" + network, true);
    }
}
