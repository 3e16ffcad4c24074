package io.github.selfsame.tests.interceptors;

import io.github.selfsame.BypassIdentityMapInterceptor;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;

/** An enterprise bean that names the bypassing interceptor. */
@Stateless
@Interceptors(BypassIdentityMapInterceptor.class)
public class NamedBypassDesk extends Desk {}
