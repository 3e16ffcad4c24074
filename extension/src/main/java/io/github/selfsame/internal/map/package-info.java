/**
 * The identity map itself: plain Java, without CDI and without a persistence provider.
 *
 * <p>Every change to a partition (publish, lease, release, evict) happens under that partition's one monitor, which keeps
 * the links between entries, leases and counters simple to reason about; look-ups take no lock. Nothing that belongs to
 * the application runs under the monitor, apart from {@code equals} and {@code hashCode} of the provider's keys.
 */
@NullMarked
package io.github.selfsame.internal.map;

import org.jspecify.annotations.NullMarked;
