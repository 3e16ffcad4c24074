package io.github.selfsame.eclipselink.prefetch;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import io.github.selfsame.eclipselink.model.Tenants;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random trees for entities that their persistence context has changed, added and removed without a flush. */
class RandomUnflushedTest extends RandomTreeTest {

    private static final int MOST_CHANGES = 5;

    private WrittenRows rows;

    @BeforeEach
    void rememberRows() {
        rows = new WrittenRows(database);
    }

    @Override
    protected Map<String, Object> unitProperties() {
        // it logs each flush that the database refuses
        return Map.of(Tenants.PROPERTY, Tenants.FIRST, "eclipselink.logging.level", "OFF");
    }

    @Test
    @DisplayName(
            "P8, P9, R19: after unflushed changes, additions and removals a prefetch gives what lazy loading shows in such a"
                    + " context, and the same is written")
    void prefetched() {
        assertThatTreesHave(TREES, tree -> problems(tree, LazyLoading.ONE));
    }

    @Test
    @DisplayName("P8, P13: so does lazy loading for peers")
    void forPeers() {
        assertThatTreesHave(TREES, tree -> problems(tree, LazyLoading.PEERS));
    }

    private List<String> problems(RandomTree tree, LazyLoading mode) {
        RandomTree inTransaction = new RandomTree(tree.root(), tree.paths(), true, false, tree.touched());
        List<String> expected = new ArrayList<>();
        List<String> written = new ArrayList<>();
        withoutMap(() -> withRoots(inTransaction, (em, roots) -> {
            List<Object> owners = change(em, roots, tree);
            expected.addAll(RandomTree.walk(owners, tree.paths()));
            end(em, written);
        }));
        beginAnew(IdentityMapOptions.DEFAULTS.with(mode));
        List<String> problems = new ArrayList<>();
        List<String> writtenHere = new ArrayList<>();
        withRoots(inTransaction, (em, roots) -> {
            List<Object> owners = change(em, roots, tree);
            if (mode == LazyLoading.ONE) {
                prefetch(owners, tree.names());
                problems.addAll(differences(expected, owners, tree));
            } else {
                problems.addAll(differences(expected, RandomTree.walk(owners, tree.paths())));
            }
            end(em, writtenHere);
        });
        problems.addAll(differences(written, writtenHere));
        if (activation.map().statistics().evictionsByCause().getOrDefault(EvictionCause.FAILURE, 0L) > 0) {
            problems.add("R19: an instance could not be released");
        }
        return problems;
    }

    /** Flushes, looks at the tables, and takes everything back. */
    private void end(EntityManager em, List<String> written) {
        try {
            em.flush();
            written.addAll(rows.in(em));
        } catch (PersistenceException e) {
            // removed rows that others refer to
            written.add(e.getClass().getName());
        }
        em.getTransaction().rollback();
    }

    /** Changes some of the roots and of what they may refer to; gives the roots, and a new one among them or alone. */
    private List<Object> change(EntityManager em, List<Object> roots, RandomTree tree) {
        Random random = random(SEED + tree.hashCodeOfText());
        List<Object> targets = targets(em, tree);
        tree.touch(roots);
        List<Object> owners = new ArrayList<>(roots);
        if (!tree.root().isGenerated() && random.nextInt(3) == 0) {
            Object added =
                    tree.root().create(RandomGraph.newId(tree.root().ids().get(0)));
            em.persist(added);
            changeAssociations(added, targets, random);
            if (random.nextBoolean()) {
                owners.clear();
            }
            owners.add(added);
        }
        for (int change = random.nextInt(MOST_CHANGES); change >= 0 && !roots.isEmpty(); change--) {
            Object target =
                    targets.isEmpty() || random.nextInt(4) > 0 ? null : targets.get(random.nextInt(targets.size()));
            if (target != null && !Model.kindOf(target.getClass()).isReadOnly()) {
                em.remove(target);
            } else {
                changeAssociations(roots.get(random.nextInt(roots.size())), targets, random);
            }
        }
        return owners;
    }

    private static void changeAssociations(Object entity, List<Object> targets, Random random) {
        for (Property<Object> property : Model.kindOf(entity.getClass()).properties()) {
            if (property.isAssociation() && random.nextBoolean()) {
                List<Object> fitting =
                        targets.stream().filter(property.target()::isInstance).toList();
                Object other = fitting.isEmpty() || random.nextInt(4) == 0
                        ? null
                        : fitting.get(random.nextInt(fitting.size()));
                property.change().apply(entity, 1 + random.nextInt(50), other);
            }
        }
    }

    /** Entities of the types that the roots refer to. */
    private static List<Object> targets(EntityManager em, RandomTree tree) {
        Set<Kind<?>> kinds = new LinkedHashSet<>();
        tree.root().properties().stream()
                .filter(Property::isAssociation)
                .forEach(property -> kinds.addAll(Model.kindsOf(property.target())));
        List<Object> targets = new ArrayList<>();
        for (Kind<?> kind : kinds) {
            targets.addAll(em.createQuery("select e from " + kind.name() + " e", Object.class)
                    .getResultList());
        }
        targets.sort((one, other) -> Model.describe(one).compareTo(Model.describe(other)));
        return targets;
    }
}
