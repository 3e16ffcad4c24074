package io.github.selfsame.tests.interceptors;

import jakarta.ejb.Stateless;

/** An enterprise bean that says nothing. */
@Stateless
public class PlainDesk extends Desk {}
