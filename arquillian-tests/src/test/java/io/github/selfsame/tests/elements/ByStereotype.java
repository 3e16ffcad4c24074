package io.github.selfsame.tests.elements;

import io.github.selfsame.UseIdentityMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A kind of service that works within maps. */
@Stereotype
@ApplicationScoped
@UseIdentityMap(nesting = UseIdentityMap.Nesting.NEW)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ByStereotype {}
