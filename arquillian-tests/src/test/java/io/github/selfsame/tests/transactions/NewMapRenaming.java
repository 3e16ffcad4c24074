package io.github.selfsame.tests.transactions;

import io.github.selfsame.UseIdentityMap;
import jakarta.ejb.Stateless;

/** Its own map ends before the commit, and the one around it is current again. */
@Stateless
@UseIdentityMap(nesting = UseIdentityMap.Nesting.NEW)
public class NewMapRenaming extends Renaming {}
