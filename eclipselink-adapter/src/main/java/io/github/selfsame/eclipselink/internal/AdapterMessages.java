package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.DivergentInstanceException;
import io.github.selfsame.IdentityMapDeploymentException;
import io.github.selfsame.LazyLoadingException;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages of the adapter, ids 2000 to 2049. */
@MessageBundle(projectCode = "SELFSAME")
interface AdapterMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    AdapterMessages MESSAGES = AdapterMessages_$bundle.INSTANCE;

    @Message(
            id = 2002,
            value = "The instance of %s with the primary key %s was changed while no persistence context managed it:"
                    + " attributes %s. The identity map is set to fail then (Divergence.FAIL). Change managed instances"
                    + " only, give the changed one to EntityManager.merge, or set the map to EVICT or RESTORE")
    DivergentInstanceException divergent(String type, Object primaryKey, String attributes);

    @Message(
            id = 2003,
            value = "The property %s has the value '%s' in the persistence unit of the session %s. Possible values: %s")
    IdentityMapDeploymentException wrongPropertyValue(String property, Object value, String session, String possible);

    @Message(
            id = 2004,
            value =
                    "The lazy association '%s' of %s was touched, but it is not loaded, and lazy loading is set to raise"
                            + " an exception here (LazyLoading.RAISE). Load it before: prefetcher.prefetch(entities, \"%s\"), or"
                            + " allow lazy loading with IdentityMaps.withLazyLoading(LazyLoading.ONE)")
    LazyLoadingException lazyLoading(String attribute, String type, String path);

    @Message(
            id = 2020,
            value =
                    "The property selfsame.excluded-entities names '%s', but the persistence unit of the session %s has no"
                            + " such entity. Did you mean '%s'? Give entity names or class names, separated by commas")
    IdentityMapDeploymentException unknownEntity(String name, String session, String nearest);

    @Message(
            id = 2021,
            value =
                    "The entity %s can't be treated otherwise than its root %s: a hierarchy takes part in identity maps as a"
                            + " whole. Put @IdentityMapped on the root, or name the root in selfsame.excluded-entities")
    IdentityMapDeploymentException dividedHierarchy(String type, String root);

    @Message(
            id = 2022,
            value =
                    "The property %s of the persistence unit of the session %s is unknown. Did you mean %s? All properties"
                            + " are: %s")
    IdentityMapDeploymentException unknownProperty(String property, String session, String nearest, String all);
}
