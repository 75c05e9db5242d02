/// Things that were won and handed to a carrier: who hands them over, and what their winners read of their way.
@NullMarked
package dev.windfall.delivery.shipment;

import org.jspecify.annotations.NullMarked;
