package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Book;
import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Page;
import io.github.selfsame.eclipselink.model.PageId;
import io.github.selfsame.eclipselink.model.Passport;
import io.github.selfsame.eclipselink.model.Person;
import io.github.selfsame.eclipselink.model.Property;

/** Changes, adds and removes entities. */
enum ChangeAction implements Action {
    /** Changes an attribute of a managed entity. */
    CHANGE {
        @Override
        public boolean applies(World world, Step step) {
            return world.isManaged(step.context(), step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            Property<Object> property = world.property(step);
            Object other = other(world, step, property);
            world.say("v%d.%s changed by %d and %s (%s of em%d)"
                    .formatted(
                            step.variable(),
                            property.name(),
                            step.way(),
                            Model.describe(other),
                            Model.describe(entity),
                            step.context()));
            world.differences().changes(entity);
            world.touch(step.context());
            property.change().apply(entity, step.way(), other);
            return Model.describe(other);
        }

        private Object other(World world, Step step, Property<Object> property) {
            Kind<?> kind = step.target(property);
            if (kind == null) {
                return null;
            }
            Object other = world.manager(step).find(kind.type(), step.targetId(kind));
            if (other != null) {
                world.met(step.context(), other);
            }
            return other;
        }
    },
    /** Changes what no EntityManager manages: never written (rule R5). */
    CHANGE_DETACHED {
        @Override
        public boolean applies(World world, Step step) {
            return world.isDetached(step.variable())
                    && !world.property(step).isAssociation()
                    && !world.property(step).isLazy();
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            Property<Object> property = world.property(step);
            world.say("v%d.%s changed by %d (%s, detached)"
                    .formatted(step.variable(), property.name(), step.way(), Model.describe(entity)));
            world.changeDetached(entity);
            property.change().apply(entity, step.way(), null);
            return null;
        }
    },
    PERSIST {
        @Override
        public Object run(World world, Step step) {
            Kind<Object> kind = world.kind(step);
            Object entity;
            if (kind.name().equals("Passport")) {
                Person person = world.manager(step).find(Person.class, world.key(step));
                if (person == null) {
                    return null;
                }
                entity = new Passport(person);
            } else if (kind.name().equals("Page")) {
                PageId id = (PageId) world.key(step);
                Book book = world.manager(step).find(Book.class, id.getBookId());
                if (book == null) {
                    return null;
                }
                entity = new Page(id, book);
            } else {
                entity = kind.isGenerated() ? instance(kind) : kind.create(world.key(step));
                kind.properties().stream()
                        .filter(property -> !property.isAssociation() && !property.isLazy())
                        .forEach(property -> property.change().apply(entity, step.way(), null));
            }
            world.say("v%d = new %s (%s); em%d.persist(v%d)"
                    .formatted(step.variable(), kind.name(), world.key(step), step.context(), step.variable()));
            world.touch(step.context());
            world.manager(step).persist(entity);
            world.persisted(step.context(), entity);
            world.assign(step.context(), step.variable(), entity);
            return Model.describe(entity);
        }

        private Object instance(Kind<Object> kind) {
            try {
                return kind.type().getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    PERSIST_DETACHED {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && world.isDetached(step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            world.say("em%d.persist(v%d) (%s, detached)"
                    .formatted(step.context(), step.variable(), Model.describe(entity)));
            world.touch(step.context());
            world.forgiveAll();
            world.manager(step).persist(entity);
            return null;
        }
    },
    REMOVE {
        @Override
        public boolean applies(World world, Step step) {
            return world.isRemovable(step.context(), step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            world.say("em%d.remove(v%d) (%s)".formatted(step.context(), step.variable(), Model.describe(entity)));
            world.touch(step.context());
            world.forgive(entity);
            // what is removed along with it is given up, too, if that is not committed (rule R8)
            world.differences().removes(entity);
            Runnable forgiveness = world.forgivenessOfRemoved(step.context());
            world.manager(step).remove(entity);
            forgiveness.run();
            return null;
        }
    },
    REMOVE_DETACHED {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && world.isDetached(step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            world.say("em%d.remove(v%d) (%s, detached)"
                    .formatted(step.context(), step.variable(), Model.describe(entity)));
            world.touch(step.context());
            world.differences().removes(entity);
            world.forgive(entity);
            world.manager(step).remove(entity);
            return null;
        }
    },
    DETACH {
        @Override
        public boolean applies(World world, Step step) {
            return world.isManaged(step.context(), step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            world.say("em%d.detach(v%d) (%s)".formatted(step.context(), step.variable(), Model.describe(entity)));
            world.forgiveAll(step.context());
            world.manager(step).detach(entity);
            return null;
        }
    },
    MERGE {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && world.isDetached(step.variable());
        }

        @Override
        public Object run(World world, Step step) {
            Object entity = world.variable(step.variable());
            world.say("v%d = em%d.merge(v%d) (%s, detached)"
                    .formatted(step.variable(), step.context(), step.variable(), Model.describe(entity)));
            world.touch(step.context());
            world.forgiveAll();
            Object merged = world.manager(step).merge(entity);
            world.assign(step.context(), step.variable(), merged);
            return (merged == entity ? "the argument " : "") + world.saw(step.context(), merged);
        }
    },
    MERGE_NEW {
        @Override
        public boolean applies(World world, Step step) {
            return world.isOpen(step.context()) && !world.kind(step).isGenerated();
        }

        @Override
        public Object run(World world, Step step) {
            Kind<Object> kind = world.kind(step);
            Object entity = kind.create(world.key(step));
            kind.properties().stream()
                    .filter(property -> !property.isAssociation() && !property.isLazy())
                    .forEach(property -> property.change().apply(entity, step.way(), null));
            world.say("v%d = em%d.merge(new %s(%s))"
                    .formatted(step.variable(), step.context(), kind.name(), world.key(step)));
            world.touch(step.context());
            world.forgiveAll();
            Object merged = world.manager(step).merge(entity);
            world.assign(step.context(), step.variable(), merged);
            return world.saw(step.context(), merged);
        }
    };
}
