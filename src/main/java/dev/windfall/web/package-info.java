/// What all pages share: the layout's model, error pages, problem documents, and the limits of requests.
@NullMarked
package dev.windfall.web;

import org.jspecify.annotations.NullMarked;
