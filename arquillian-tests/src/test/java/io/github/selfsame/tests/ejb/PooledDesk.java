package io.github.selfsame.tests.ejb;

import io.github.selfsame.UseIdentityMap;
import jakarta.ejb.Stateless;

/** A stateless bean, of which the container has several. */
@Stateless
@UseIdentityMap
public class PooledDesk extends Desk {}
