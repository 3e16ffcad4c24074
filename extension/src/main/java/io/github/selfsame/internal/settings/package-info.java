/** What can be set from outside of the code, and where it is looked for (rule S8). Plain Java. */
@NullMarked
package io.github.selfsame.internal.settings;

import org.jspecify.annotations.NullMarked;
