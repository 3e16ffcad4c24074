/** The way from {@link io.github.selfsame.prefetch.Prefetcher} to the persistence-provider adapters. */
@NullMarked
package io.github.selfsame.internal.prefetch;

import org.jspecify.annotations.NullMarked;
