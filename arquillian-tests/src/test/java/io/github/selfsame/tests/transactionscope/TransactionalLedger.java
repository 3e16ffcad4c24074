package io.github.selfsame.tests.transactionscope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Begins the transaction with the same call. */
@ApplicationScoped
@Transactional
public class TransactionalLedger extends Ledger {}
