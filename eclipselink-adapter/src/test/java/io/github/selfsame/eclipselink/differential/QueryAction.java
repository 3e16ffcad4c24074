package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.queries.CursoredStream;
import org.eclipse.persistence.queries.FetchGroup;

/** Reads entities in each way that a query, or a hint, offers. */
enum QueryAction implements Action {
    BY_NAME {
        @Override
        Object read(World world, Step step) {
            String name = step.way() % 2 == 0 ? "n1" : "n1000";
            return list(world, step, query(world, step, "where e.name >= '" + name + "'"));
        }
    },
    BY_KEY {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && world.key(step) instanceof Long;
        }

        @Override
        Object read(World world, Step step) {
            return list(world, step, query(world, step, "where e.id = " + world.key(step)));
        }
    },
    CRITERIA {
        @Override
        Object read(World world, Step step) {
            var builder = manager(world, step).getCriteriaBuilder();
            CriteriaQuery<Object> criteria = builder.createQuery(Object.class);
            Root<Object> root = criteria.from(world.kind(step).type());
            criteria.select(root).where(builder.greaterThan(root.<String>get("name"), "a"));
            return list(world, step, manager(world, step).createQuery(criteria));
        }
    },
    PAGE {
        @Override
        Object read(World world, Step step) {
            return list(
                    world,
                    step,
                    query(world, step, "order by e.name")
                            .setFirstResult(step.way() % 2)
                            .setMaxResults(2));
        }
    },
    /** Entities among other values: read as tuples. */
    TUPLES {
        @Override
        public boolean applies(World world, Step step) {
            return super.applies(world, step) && association(world, step) != null;
        }

        @Override
        Object read(World world, Step step) {
            String text = "select e, e.name, a from " + world.kind(step).name() + " e left join e."
                    + association(world, step).name() + " a";
            world.say("em%d.createQuery(\"%s\")".formatted(step.context(), text));
            List<String> rows = new ArrayList<>();
            for (Object[] row :
                    manager(world, step).createQuery(text, Object[].class).getResultList()) {
                rows.add(world.saw(step.context(), row[0]) + " " + row[1] + " " + world.saw(step.context(), row[2]));
                world.assign(step.variable(), row[0]);
            }
            rows.sort(null);
            return rows;
        }
    },
    CONSTRUCTOR {
        @Override
        Object read(World world, Step step) {
            String text = "select new " + Named.class.getName() + "(e, e.name) from "
                    + world.kind(step).name() + " e";
            world.say("em%d.createQuery(\"%s\")".formatted(step.context(), text));
            List<Object> found = new ArrayList<>();
            for (Named named :
                    manager(world, step).createQuery(text, Named.class).getResultList()) {
                found.add(named.entity());
            }
            return ReadAction.sorted(world, step, found);
        }
    },
    BATCH {
        @Override
        public boolean applies(World world, Step step) {
            return super.applies(world, step) && association(world, step) != null;
        }

        @Override
        Object read(World world, Step step) {
            String type = List.of("JOIN", "EXISTS", "IN").get(step.way() / 3 % 3);
            return list(
                    world,
                    step,
                    hinted(world, step, "eclipselink.batch.type", type)
                            .setHint(
                                    "eclipselink.batch",
                                    "e." + association(world, step).name()));
        }
    },
    JOIN {
        @Override
        public boolean applies(World world, Step step) {
            return super.applies(world, step) && association(world, step) != null;
        }

        @Override
        Object read(World world, Step step) {
            return list(
                    world,
                    step,
                    hinted(
                            world,
                            step,
                            "eclipselink.left-join-fetch",
                            "e." + association(world, step).name()));
        }
    },
    GRAPH {
        @Override
        public boolean applies(World world, Step step) {
            return super.applies(world, step) && association(world, step) != null;
        }

        @Override
        Object read(World world, Step step) {
            EntityGraph<?> graph =
                    manager(world, step).createEntityGraph(world.kind(step).type());
            graph.addAttributeNodes(association(world, step).name());
            String hint = "jakarta.persistence." + (step.way() % 2 == 0 ? "loadgraph" : "fetchgraph");
            return partly(world, step, hinted(world, step, hint, graph));
        }
    },
    FIND_WITH_GRAPH {
        @Override
        public boolean applies(World world, Step step) {
            return super.applies(world, step) && association(world, step) != null;
        }

        @Override
        Object read(World world, Step step) {
            EntityGraph<?> graph =
                    manager(world, step).createEntityGraph(world.kind(step).type());
            graph.addAttributeNodes(association(world, step).name());
            world.say("v%d = em%d.find(%s.class, %s, loadgraph %s)"
                    .formatted(
                            step.variable(),
                            step.context(),
                            world.kind(step).name(),
                            world.key(step),
                            association(world, step).name()));
            Object found = manager(world, step)
                    .find(world.kind(step).type(), world.key(step), Map.of("jakarta.persistence.loadgraph", graph));
            if (found != null) {
                world.assign(step.variable(), found);
            }
            return world.saw(step.context(), found);
        }
    },
    FETCH_GROUP {
        @Override
        Object read(World world, Step step) {
            FetchGroup group = new FetchGroup();
            group.addAttribute("name");
            return partly(world, step, hinted(world, step, "eclipselink.fetch-group", group));
        }
    },
    READ_ONLY {
        @Override
        Object read(World world, Step step) {
            List<String> seen = new ArrayList<>();
            for (Object entity :
                    hinted(world, step, "eclipselink.read-only", true).getResultList()) {
                seen.add(Model.describe(entity));
            }
            seen.sort(null);
            return seen;
        }
    },
    CURSOR {
        @Override
        Object read(World world, Step step) {
            CursoredStream cursor = (CursoredStream)
                    hinted(world, step, "eclipselink.cursor", true).getSingleResult();
            List<Object> found = new ArrayList<>();
            try {
                while (cursor.hasNext()) {
                    found.add(cursor.next());
                }
            } finally {
                cursor.close();
            }
            return ReadAction.sorted(world, step, found);
        }
    },
    STREAM {
        @Override
        Object read(World world, Step step) {
            return ReadAction.sorted(
                    world,
                    step,
                    new ArrayList<>(query(world, step, "").getResultStream().toList()));
        }
    },
    LOCKED {
        @Override
        public boolean applies(World world, Step step) {
            return super.applies(world, step) && world.isInTransaction(step.context());
        }

        @Override
        Object read(World world, Step step) {
            List<Object> found = query(world, step, "")
                    .setLockMode(step.way() % 2 == 0 ? LockModeType.PESSIMISTIC_WRITE : LockModeType.OPTIMISTIC)
                    .getResultList();
            world.touch(step.context(), found);
            return ReadAction.sorted(world, step, new ArrayList<>(found));
        }
    },
    REFRESHING {
        @Override
        Object read(World world, Step step) {
            return list(world, step, hinted(world, step, "eclipselink.refresh", true));
        }
    },
    BYPASSING_CACHE {
        @Override
        Object read(World world, Step step) {
            return list(
                    world,
                    step,
                    step.way() % 2 == 0
                            ? hinted(world, step, "jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS)
                            : hinted(world, step, "jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH));
        }
    };

    @Override
    public boolean applies(World world, Step step) {
        return world.isOpen(step.context());
    }

    @Override
    public Object run(World world, Step step) {
        return read(world, step);
    }

    abstract Object read(World world, Step step);

    private static EntityManager manager(World world, Step step) {
        return world.context(step.context());
    }

    private static TypedQuery<Object> query(World world, Step step, String condition) {
        String text = "select e from " + world.kind(step).name() + " e " + condition;
        world.say("em%d.createQuery(\"%s\") (%s)".formatted(step.context(), text, step.action()));
        return manager(world, step).createQuery(text, Object.class);
    }

    private static TypedQuery<Object> hinted(World world, Step step, String hint, Object value) {
        TypedQuery<Object> query = query(world, step, "").setHint(hint, value);
        world.say("em%d.createQuery(\"select e from %s e\").setHint(%s, %s)"
                .formatted(
                        step.context(),
                        world.kind(step).name(),
                        hint,
                        value instanceof EntityGraph<?>
                                ? association(world, step).name()
                                : value));
        return query;
    }

    private static Object list(World world, Step step, TypedQuery<Object> query) {
        return ReadAction.sorted(world, step, new ArrayList<>(query.getResultList()));
    }

    /** Reads what is not loaded as a whole: nothing is looked at but the keys. */
    private static Object partly(World world, Step step, TypedQuery<Object> query) {
        List<String> seen = new ArrayList<>();
        for (Object entity : query.getResultList()) {
            world.met(step.context(), entity);
            world.assign(step.variable(), entity);
            seen.add(Model.describe(entity));
        }
        seen.sort(null);
        return seen;
    }

    private static Property<Object> association(World world, Step step) {
        Kind<Object> kind = world.kind(step);
        List<Property<Object>> associations = kind.properties().stream()
                .filter(property -> property.isAssociation()
                        && !property.name().contains(".")
                        && !property.name().equals("keepers"))
                .toList();
        return associations.isEmpty() ? null : associations.get(step.way() % associations.size());
    }
}
