package io.github.selfsame.tests.ejb;

import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMap.Nesting;
import jakarta.ejb.Stateful;

/** A stateful bean with a map for each call. */
@Stateful
@UseIdentityMap(nesting = Nesting.NEW)
public class MappedCatalogue extends KeepingCatalogue {}
