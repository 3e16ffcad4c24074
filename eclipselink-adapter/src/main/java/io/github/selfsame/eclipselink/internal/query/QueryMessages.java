package io.github.selfsame.eclipselink.internal.query;

import io.github.selfsame.IdentityMapDeploymentException;
import io.github.selfsame.prefetch.PrefetchException;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages about queries with EclipseLink, ids 2250 to 2299. */
@MessageBundle(projectCode = "SELFSAME")
interface QueryMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    QueryMessages MESSAGES = QueryMessages_$bundle.INSTANCE;

    @Message(
            id = 2250,
            value = "The named query '%s' has the hint '%s', which is unknown. Did you mean '%s'? All hints are: %s")
    IdentityMapDeploymentException unknownHint(String query, String hint, String nearest, String all);

    @Message(id = 2251, value = "The hint %s has the wrong value '%s'. Possible values are: true, false")
    IllegalArgumentException notOnOrOff(String hint, String value);

    @Message(
            id = 2252,
            value =
                    "The hint %s has a value of the type %s. Give a String with one or more paths, separated by commas, a"
                            + " Prefetch, an attribute of the static metamodel, or a Collection of such")
    IllegalArgumentException wrongPrefetch(String hint, String type);

    @Message(id = 2253, value = "The hint %s names no path. Give one or more, or leave the hint out")
    IllegalArgumentException nothingToPrefetch(String hint);

    @Message(
            id = 2254,
            value =
                    "The query is to prefetch %s, but its results are no entities: %s. Select entities, or prefetch with"
                            + " Prefetcher for those that the results contain")
    PrefetchException noEntities(String paths, String type);

    @Message(
            id = 2255,
            value =
                    "The query is to prefetch %s, but it reads through a cursor. Read a list, or prefetch with Prefetcher for"
                            + " so many entities at a time as are read together")
    PrefetchException cursor(String paths);

    @Message(
            id = 2256,
            value =
                    "The query is to prefetch %s, but its results are read-only: no persistence context manages them. Leave"
                            + " the read-only hint out")
    PrefetchException readOnly(String paths);

    @Message(
            id = 2257,
            value =
                    "The query has hints of Selfsame and a query redirector of its own, and can't follow both. Leave the"
                            + " hint eclipselink.query.redirector out, or the others")
    IllegalArgumentException redirected();

    @Message(
            id = 2258,
            value =
                    "The hint %s asks for the prefetch '%s', which gives a separate result, '%s': a query has no place for it."
                            + " Give it to Prefetcher together with what the query has found, or leave the condition, order, limit,"
                            + " count and name out")
    PrefetchException separate(String hint, String prefetch, String name);
}
