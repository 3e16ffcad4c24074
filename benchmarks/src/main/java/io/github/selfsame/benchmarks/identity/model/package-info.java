/** Books with many attributes. */
@NullMarked
package io.github.selfsame.benchmarks.identity.model;

import org.jspecify.annotations.NullMarked;
