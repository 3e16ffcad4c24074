package io.github.selfsame.tests.ejb;

import io.github.selfsame.UseIdentityMapInterceptor;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;

/** A stateless bean that names the interceptor. */
@Stateless
@Interceptors(UseIdentityMapInterceptor.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NamedPooledDesk extends Desk {}
