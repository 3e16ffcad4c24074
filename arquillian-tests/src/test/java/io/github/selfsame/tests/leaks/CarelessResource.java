package io.github.selfsame.tests.leaks;

import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.DeliberateException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Answers later, or never, and forgets maps. */
@Path("later")
@Produces(MediaType.TEXT_PLAIN)
@RequestScoped
public class CarelessResource {

    @Inject
    private Watch watch;

    @Inject
    private Carelessness carelessness;

    @Resource
    private ManagedExecutorService executor;

    @GET
    @Path("suspended")
    @UseIdentityMap
    public void suspended(@Suspended AsyncResponse response) {
        carelessness.forget();
        watch.begin();
        executor.execute(() -> {
            try {
                carelessness.forget();
            } finally {
                response.resume("later");
                watch.end();
            }
        });
    }

    @GET
    @Path("suspended-unmapped")
    public void suspendedUnmapped(@Suspended AsyncResponse response) {
        suspended(response);
    }

    @GET
    @Path("suspended-failing")
    public void suspendedFailing(@Suspended AsyncResponse response) {
        carelessness.forget();
        response.resume(new DeliberateException());
    }

    @GET
    @Path("never")
    public void never(@Suspended AsyncResponse response) {
        carelessness.forget();
        response.setTimeout(200, TimeUnit.MILLISECONDS);
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
        carelessness.forget();
        watch.begin();
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        carelessness.forget();
                        return "later";
                    } finally {
                        watch.end();
                    }
                },
                executor);
    }

    @GET
    @Path("stage-failing")
    @UseIdentityMap
    public CompletionStage<String> stageFailing() {
        carelessness.forget();
        return CompletableFuture.failedFuture(new DeliberateException());
    }
}
