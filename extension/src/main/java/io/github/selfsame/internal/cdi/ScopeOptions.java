package io.github.selfsame.internal.cdi;

import static io.github.selfsame.internal.cdi.CdiMessages.MESSAGES;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.UseIdentityMap;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the elements of an application say about the behaviour of the maps of scopes. Such a map is for all elements that
 * ask for it, whichever of them comes first: what one of them says counts for all, and they must not contradict.
 */
final class ScopeOptions {

    private final Set<Wish> wishes = ConcurrentHashMap.newKeySet();

    void collect(String element, UseIdentityMap annotation) {
        IdentityMapOptions options = IdentityMapOptions.of(annotation);
        if (!options.equals(IdentityMapOptions.DEFAULTS)) {
            wishes.add(new Wish(element, annotation.lifetime(), options));
        }
    }

    /**
     * How the maps of each scope behave that is named by an element with options.
     *
     * @param defaultLifetime the lifetime of elements that name none
     * @param problems takes a message for each contradiction
     */
    Map<Class<? extends Annotation>, IdentityMapOptions> byLifetime(
            Class<? extends Annotation> defaultLifetime, Collection<String> problems) {
        Map<Class<? extends Annotation>, List<Wish>> byLifetime = new HashMap<>();
        for (Wish wish : wishes) {
            Class<? extends Annotation> lifetime =
                    wish.lifetime == UseIdentityMap.ByDefault.class ? defaultLifetime : wish.lifetime;
            // the map of a call belongs to it alone
            if (lifetime != UseIdentityMap.Invocation.class) {
                byLifetime.computeIfAbsent(lifetime, named -> new ArrayList<>()).add(wish);
            }
        }
        Map<Class<? extends Annotation>, IdentityMapOptions> merged = new HashMap<>();
        byLifetime.forEach((lifetime, asked) -> {
            asked.sort((one, other) -> one.element.compareTo(other.element));
            IdentityMapOptions options = IdentityMapOptions.DEFAULTS;
            for (int index = 0; index < asked.size(); index++) {
                Wish wish = asked.get(index);
                for (Wish earlier : asked.subList(0, index)) {
                    if (earlier.contradicts(wish)) {
                        problems.add(MESSAGES.contradictingOptions(
                                earlier.element, wish.element, earlier.options, wish.options, lifetime.getName()));
                    }
                }
                options = options.orElse(wish.options);
            }
            merged.put(lifetime, options);
        });
        return merged;
    }

    private record Wish(String element, Class<? extends Annotation> lifetime, IdentityMapOptions options) {

        boolean contradicts(Wish other) {
            return !options.orElse(other.options).equals(other.options.orElse(options));
        }
    }
}
