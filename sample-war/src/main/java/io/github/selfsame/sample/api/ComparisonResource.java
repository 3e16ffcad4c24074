package io.github.selfsame.sample.api;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.sample.measure.Measurement;
import io.github.selfsame.sample.measure.Notebook;
import io.github.selfsame.sample.service.BypassedInventory;
import io.github.selfsame.sample.service.Inventory;
import io.github.selfsame.sample.service.MappedInventory;
import io.github.selfsame.sample.service.PeersInventory;
import io.github.selfsame.sample.service.PrefetchedInventory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The same work in five ways. */
@Path("comparison")
@RequestScoped
public class ComparisonResource {

    @Inject
    private Inventory inventory;

    @Inject
    private MappedInventory mappedInventory;

    @Inject
    private PrefetchedInventory prefetchedInventory;

    @Inject
    private PeersInventory peersInventory;

    @Inject
    private BypassedInventory bypassedInventory;

    @Inject
    private IdentityMaps identityMaps;

    /**
     * Takes the inventory of the kennel five times.
     *
     * @param paths what {@code prefetch} prefetches, separated by commas; their order makes no difference
     * @return what each way took
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Comparison compare(@QueryParam("paths") @DefaultValue("toys.maker,favoriteToy.maker,owner") String paths) {
        List<String> prefetchPaths = List.of(paths.split(","));
        return new Comparison(
                Measurement.of(inventory::take),
                Measurement.of(mappedInventory::take),
                Measurement.of(notebook -> prefetchedInventory.take(prefetchPaths, notebook)),
                Measurement.of(peersInventory::take),
                Measurement.of(this::bypassInsideOfAMap));
    }

    @SuppressWarnings("try") // What is opened is closed at the end; nothing else is to be done with it.
    private void bypassInsideOfAMap(Notebook notebook) {
        try (IdentityMapActivation activation = identityMaps.open()) {
            bypassedInventory.take(notebook);
        }
    }

    /**
     * What the same work took in five ways.
     *
     * @param plain without an identity map
     * @param identityMap within an identity map
     * @param prefetch within an identity map, with a prefetch
     * @param peers within an identity map that loads lazy associations for all peers
     * @param bypass within an identity map that is bypassed
     */
    public record Comparison(
            Measurement plain, Measurement identityMap, Measurement prefetch, Measurement peers, Measurement bypass) {}
}
