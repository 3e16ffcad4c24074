/**
 * What an adapter for a persistence provider implements or calls. Applications do not use this package.
 */
@NullMarked
package io.github.selfsame.spi;

import org.jspecify.annotations.NullMarked;
