/// The other ways to build the prizes page, each as its friends would do it: same page, same template, same security.
@NullMarked
package dev.windfall.bench.alternative;

import org.jspecify.annotations.NullMarked;
