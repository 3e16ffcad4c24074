package io.github.selfsame.tests.transactionscope;

import jakarta.enterprise.context.ApplicationScoped;

/** Has no transaction of its own. */
@ApplicationScoped
public class JoiningLedger extends Ledger {}
