package io.github.selfsame.sample.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells the page in words what was wrong with a request. */
@Provider
public class ErrorAsJson implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException exception) {
        return answer(exception.getResponse().getStatus(), exception);
    }

    static Response answer(int status, Exception exception) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Problem(String.valueOf(exception.getMessage())))
                .build();
    }

    /**
     * What was wrong.
     *
     * @param error the message
     */
    public record Problem(String error) {}
}
