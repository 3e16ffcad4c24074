/**
 * Which map is current on which thread: plain Java, without CDI. {@link
 * io.github.selfsame.internal.activation.IdentityMapManager} is the way in.
 */
@NullMarked
package io.github.selfsame.internal.activation;

import org.jspecify.annotations.NullMarked;
