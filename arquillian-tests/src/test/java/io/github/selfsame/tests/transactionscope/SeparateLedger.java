package io.github.selfsame.tests.transactionscope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Always has a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class SeparateLedger extends Ledger {}
