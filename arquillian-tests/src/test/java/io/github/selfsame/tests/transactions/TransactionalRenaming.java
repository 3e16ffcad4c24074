package io.github.selfsame.tests.transactions;

import io.github.selfsame.UseIdentityMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A CDI bean: its transaction commits while the map is there. */
@ApplicationScoped
@Transactional
@UseIdentityMap
public class TransactionalRenaming extends Renaming {}
