/** Carries maps to the tasks of managed executors (rule S10). Each class knows one API, which need not be there. */
@NullMarked
package io.github.selfsame.internal.concurrent;

import org.jspecify.annotations.NullMarked;
