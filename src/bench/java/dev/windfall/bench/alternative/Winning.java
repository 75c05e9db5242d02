package dev.windfall.bench.alternative;

/// A record of the Hollow data set: so many prizes of one tier for one subscriber in one version of a draw. Fields are
/// as Hollow's mapper wants them.
public final class Winning {

    public static final String TYPE = "Winning";

    final int subscriber;
    final int version;
    final int tier;
    final int count;

    public Winning(int subscriber, int version, int tier, int count) {
        this.subscriber = subscriber;
        this.version = version;
        this.tier = tier;
        this.count = count;
    }
}
