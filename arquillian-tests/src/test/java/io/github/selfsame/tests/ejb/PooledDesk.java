package io.github.selfsame.tests.ejb;

import io.github.selfsame.UseIdentityMap;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** A stateless bean, of which the container has several. */
@Stateless
@UseIdentityMap
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PooledDesk extends Desk {}
