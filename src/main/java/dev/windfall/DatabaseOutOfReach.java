package dev.windfall;

/// A command needs the database at once: unlike a node it doesn't wait for it.
final class DatabaseOutOfReach extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseOutOfReach() {
        super("The database can't be reached: look whether it runs, and check SPRING_DATASOURCE_URL.");
    }
}
