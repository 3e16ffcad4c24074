package io.github.selfsame.sample.service;

import io.github.selfsame.UseIdentityMapInterceptor;
import io.github.selfsame.sample.measure.Notebook;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** Takes the same inventory within an identity map: the interceptor class on an enterprise bean. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(UseIdentityMapInterceptor.class)
public class MappedInventory {

    @Inject
    private Inventory inventory;

    /**
     * Takes the inventory; the map lives until this call returns.
     *
     * @param notebook where to write it down
     */
    public void take(Notebook notebook) {
        inventory.take(notebook);
    }
}
