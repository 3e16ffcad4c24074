package io.github.selfsame.internal.prefetch;

import static io.github.selfsame.internal.prefetch.PrefetchMessages.MESSAGES;

import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchOutcome;
import io.github.selfsame.prefetch.Prefetched;
import io.github.selfsame.spi.PrefetchResult;
import io.github.selfsame.spi.PrefetchResult.PerOwner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The results of one call, with the errors for asking wrongly. */
final class ResultsPerOwner implements Prefetched {

    private static final String LIST = "a list of targets";
    private static final String SINGLE = "a single target";
    private static final String COUNT = "a count";

    /** The separate prefetches of the call, nested ones too, by the names of their results. */
    private final Map<String, List<Prefetch<?, ?>>> parts = new LinkedHashMap<>();

    private final PrefetchResult result;

    ResultsPerOwner(Collection<Prefetch<?, ?>> prefetches, PrefetchResult result) {
        this.result = result;
        addParts(prefetches);
    }

    private void addParts(Collection<Prefetch<?, ?>> prefetches) {
        for (Prefetch<?, ?> prefetch : prefetches) {
            if (prefetch.isSeparate()) {
                parts.computeIfAbsent(prefetch.name(), name -> new ArrayList<>(1))
                        .add(prefetch);
            }
            addParts(prefetch.nested());
        }
    }

    @Override
    public <T> List<T> list(Object owner, String name, Class<T> type) {
        List<?> targets = targets(owner, name);
        for (Object target : targets) {
            check(target, name, type);
        }
        return cast(targets);
    }

    @Override
    public <T> List<T> list(Object owner, Prefetch<?, T> prefetch) {
        return cast(targets(owner, partOf(prefetch)));
    }

    @Override
    public <T> Optional<T> single(Object owner, String name, Class<T> type) {
        Optional<?> target = single(owner, name);
        target.ifPresent(present -> check(present, name, type));
        return target.map(type::cast);
    }

    @Override
    public <T> Optional<T> single(Object owner, Prefetch<?, T> prefetch) {
        List<T> target = cast(single(owner, partOf(prefetch)).map(List::of).orElse(List.of()));
        return target.stream().findFirst();
    }

    @Override
    public long count(Object owner, String name) {
        PerOwner perOwner = perOwner(owner, name);
        if (!perOwner.isCount()) {
            throw MESSAGES.otherKindOfResult(
                    name, perOwner.isSingle() ? SINGLE : LIST, COUNT, perOwner.isSingle() ? "single" : "list");
        }
        return ((Number) valueOf(owner, name, perOwner)).longValue();
    }

    @Override
    public long count(Object owner, Prefetch<?, ?> prefetch) {
        return count(owner, partOf(prefetch));
    }

    @Override
    public PrefetchOutcome outcome() {
        return result.outcome();
    }

    private List<?> targets(Object owner, String name) {
        PerOwner perOwner = perOwner(owner, name);
        if (perOwner.isCount()) {
            throw MESSAGES.otherKindOfResult(name, COUNT, LIST, "count");
        }
        return (List<?>) valueOf(owner, name, perOwner);
    }

    private Optional<?> single(Object owner, String name) {
        PerOwner perOwner = perOwner(owner, name);
        if (perOwner.isCount() || !perOwner.isSingle()) {
            throw MESSAGES.otherKindOfResult(
                    name, perOwner.isCount() ? COUNT : LIST, SINGLE, perOwner.isCount() ? "count" : "list");
        }
        return ((List<?>) valueOf(owner, name, perOwner)).stream().findFirst();
    }

    private String partOf(Prefetch<?, ?> prefetch) {
        String name = prefetch.name();
        if (!parts.getOrDefault(name, List.of()).contains(prefetch)) {
            throw MESSAGES.notPartOfTheCall(prefetch.toString(), String.valueOf(parts.values()));
        }
        return name;
    }

    private PerOwner perOwner(Object owner, String name) {
        if (!parts.containsKey(name)) {
            throw MESSAGES.noSuchResult(name, parts.isEmpty() ? "none" : String.join(", ", parts.keySet()));
        }
        PerOwner perOwner = result.separate().get(name);
        if (perOwner == null) {
            // the path has led to nothing
            throw MESSAGES.unknownOwner(owner.getClass().getName(), name, "nothing");
        }
        return perOwner;
    }

    private static Object valueOf(Object owner, String name, PerOwner perOwner) {
        Object value = perOwner.byOwner().get(owner);
        if (value == null) {
            Set<String> owners = new TreeSet<>();
            perOwner.byOwner()
                    .keySet()
                    .forEach(known -> owners.add(known.getClass().getName()));
            throw MESSAGES.unknownOwner(owner.getClass().getName(), name, String.join(", ", owners));
        }
        return value;
    }

    private static void check(Object target, String name, Class<?> type) {
        if (!type.isInstance(target)) {
            throw MESSAGES.otherTypeOfTarget(name, target.getClass().getName(), type.getName());
        }
    }

    /** Each target was found by a prefetch of that type, or has been checked. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> cast(List<?> targets) {
        return (List<T>) targets;
    }
}
