package io.github.selfsame.tests.ejb;

import io.github.selfsame.UseIdentityMapInterceptor;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;

/** A stateless bean that names the interceptor. */
@Stateless
@Interceptors(UseIdentityMapInterceptor.class)
public class NamedPooledDesk extends Desk {}
