/// How a node fares: what the libraries and the rooms below count, kept for a day in the node's own memory, and a page
/// for staff that shows it as it happens.
@NullMarked
package dev.windfall.monitoring;

import org.jspecify.annotations.NullMarked;
