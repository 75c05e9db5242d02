/// What carriers' status codes mean: five questions for each carrier, asked once in a while for all updates to come.
@NullMarked
package dev.windfall.delivery.code;

import org.jspecify.annotations.NullMarked;
