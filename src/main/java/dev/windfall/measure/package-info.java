/// What is measured alike in many rooms, beyond what the libraries measure by themselves.
@NullMarked
package dev.windfall.measure;

import org.jspecify.annotations.NullMarked;
