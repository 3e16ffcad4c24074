/** What can be known of an application's persistence units before they are used. */
@NullMarked
package io.github.selfsame.eclipselink.internal.setup;

import org.jspecify.annotations.NullMarked;
