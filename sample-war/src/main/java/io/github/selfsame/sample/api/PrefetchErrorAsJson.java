package io.github.selfsame.sample.api;

import io.github.selfsame.prefetch.PrefetchException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A wrong path is the caller's error: its message names the path, the type and what there is. */
@Provider
public class PrefetchErrorAsJson implements ExceptionMapper<PrefetchException> {

    @Override
    public Response toResponse(PrefetchException exception) {
        return ErrorAsJson.answer(Response.Status.BAD_REQUEST.getStatusCode(), exception);
    }
}
