package io.github.selfsame.sample.api;

import io.github.selfsame.sample.measure.Measurement;
import io.github.selfsame.sample.service.MappedRounds;
import io.github.selfsame.sample.service.Rounds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One request of many service calls, without and with an identity map. */
@Path("request")
@RequestScoped
public class RequestResource {

    @Inject
    private Rounds rounds;

    @Inject
    private MappedRounds mappedRounds;

    /**
     * Makes the rounds twice.
     *
     * @return what each way took
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Comparison compare() {
        return new Comparison(Measurement.of(rounds::make), Measurement.of(mappedRounds::make));
    }

    /**
     * What the same request took in two ways.
     *
     * @param plain without an identity map
     * @param identityMap within an identity map
     */
    public record Comparison(Measurement plain, Measurement identityMap) {}
}
