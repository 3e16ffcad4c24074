package io.github.selfsame.tests.transactionscope;

import jakarta.ejb.Stateless;

/** Has the transaction of the container. */
@Stateless
public class EnterpriseLedger extends Ledger {}
