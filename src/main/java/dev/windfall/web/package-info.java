/// What all pages share: the layout's model, error pages, problem documents, the limits of requests; and how a node
/// ends.
@NullMarked
package dev.windfall.web;

import org.jspecify.annotations.NullMarked;
