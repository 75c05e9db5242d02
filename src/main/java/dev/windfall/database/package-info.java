/// The database under everything: Windfall's own PostgreSQL or one that it is pointed to, first contact with it, the
/// word to the rest once its tables can be used, and how an outage is told.
@NullMarked
package dev.windfall.database;

import org.jspecify.annotations.NullMarked;
