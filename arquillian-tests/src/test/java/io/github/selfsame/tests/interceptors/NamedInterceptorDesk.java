package io.github.selfsame.tests.interceptors;

import io.github.selfsame.UseIdentityMapInterceptor;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;

/** An enterprise bean that names the interceptor. */
@Stateless
@Interceptors(UseIdentityMapInterceptor.class)
public class NamedInterceptorDesk extends Desk {}
