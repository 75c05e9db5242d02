package dev.windfall.database;

/// What the other features may know about the database besides its tables.
public interface Database {

    /// Whether [DatabaseReady] has been told. Once true it stays so: a server that goes away later is noticed by those
    /// who ask it something.
    boolean ready();

    /// Whether it is Windfall's own server and not one named by `SPRING_DATASOURCE_URL`.
    boolean embedded();
}
