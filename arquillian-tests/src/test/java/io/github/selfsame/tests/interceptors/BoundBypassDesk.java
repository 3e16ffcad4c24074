package io.github.selfsame.tests.interceptors;

import io.github.selfsame.BypassIdentityMap;
import jakarta.ejb.Stateless;

/** An enterprise bean with the bypassing binding. */
@Stateless
@BypassIdentityMap
public class BoundBypassDesk extends Desk {}
