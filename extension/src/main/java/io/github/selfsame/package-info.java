/**
 * The public API of Selfsame: one database row is one Java object for as long as an identity map lives.
 *
 * <p>Start with {@link io.github.selfsame.UseIdentityMap} on a bean, or with {@link io.github.selfsame.IdentityMaps} in
 * a program.
 */
@NullMarked
package io.github.selfsame;

import org.jspecify.annotations.NullMarked;
