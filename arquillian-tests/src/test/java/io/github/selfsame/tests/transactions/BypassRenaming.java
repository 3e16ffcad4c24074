package io.github.selfsame.tests.transactions;

import io.github.selfsame.BypassIdentityMap;
import jakarta.ejb.Stateless;

/** Its bypass ends before the commit, and the map around it is current again. */
@Stateless
@BypassIdentityMap
public class BypassRenaming extends Renaming {}
