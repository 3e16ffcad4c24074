package io.github.selfsame.tests.transactions;

import io.github.selfsame.UseIdentityMap;
import jakarta.ejb.Stateless;

/** Its map, if it opens one, ends before the commit. */
@Stateless
@UseIdentityMap
public class BoundRenaming extends Renaming {}
