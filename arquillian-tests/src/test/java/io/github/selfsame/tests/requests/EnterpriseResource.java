package io.github.selfsame.tests.requests;

import io.github.selfsame.BypassIdentityMapInterceptor;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.tests.support.Register;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A resource that is an enterprise bean. */
@Path("enterprise")
@Produces(MediaType.TEXT_PLAIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EnterpriseResource {

    @Inject
    private Register register;

    @GET
    @UseIdentityMap(lifetime = RequestScoped.class)
    public String bound() {
        return register.look().toString();
    }

    @GET
    @Path("named")
    @Interceptors(UseIdentityMapInterceptor.class)
    public String named() {
        return register.look().toString();
    }

    @GET
    @Path("bypassed")
    @Interceptors(BypassIdentityMapInterceptor.class)
    public String bypassed() {
        return register.look().toString();
    }
}
