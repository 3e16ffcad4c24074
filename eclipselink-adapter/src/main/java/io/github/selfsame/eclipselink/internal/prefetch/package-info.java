/** Loads associations in bulk: resolves paths, decides the order, reads, and fills the value holders. */
@NullMarked
package io.github.selfsame.eclipselink.internal.prefetch;

import org.jspecify.annotations.NullMarked;
