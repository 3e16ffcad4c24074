package io.github.selfsame.eclipselink.prefetch;

import io.github.selfsame.eclipselink.model.Book;
import io.github.selfsame.eclipselink.model.CountryCode;
import io.github.selfsame.eclipselink.model.Invoice;
import io.github.selfsame.eclipselink.model.InvoiceLine;
import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Page;
import io.github.selfsame.eclipselink.model.PageId;
import io.github.selfsame.eclipselink.model.Passport;
import io.github.selfsame.eclipselink.model.Person;
import io.github.selfsame.eclipselink.model.Property;
import io.github.selfsame.eclipselink.model.RoomId;
import io.github.selfsame.eclipselink.model.SeatId;
import io.github.selfsame.eclipselink.model.Ticket;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Makes rows of each kind, and puts them in touch at random. */
record RandomGraph(Random random) {

    private static final int ROWS = 9;

    void make(EntityManager em) {
        Map<Kind<?>, List<Object>> made = new LinkedHashMap<>();
        for (Kind<?> kind : Model.kinds()) {
            if (kind.isReadOnly()) {
                made.put(kind, Model.laws(em, ROWS));
            } else if (!kind.isGenerated()) {
                made.put(kind, create(em, kind));
            }
        }
        for (Object person : made.get(Model.kindOf(Person.class))) {
            if (random.nextInt(4) > 0) {
                Passport passport = new Passport((Person) person);
                passport.setName("passport " + Model.describe(person));
                ((Person) person).setPassport(passport);
                em.persist(passport);
            }
        }
        for (Object book : made.get(Model.kindOf(Book.class))) {
            for (int number = random.nextInt(3); number > 0; number--) {
                Page page = new Page(new PageId(((Book) book).getId(), number), (Book) book);
                ((Book) book).getPages().add(page);
                em.persist(page);
            }
        }
        invoices(em);
        made.forEach((kind, entities) -> entities.forEach(entity -> link(entity, made)));
    }

    private List<Object> create(EntityManager em, Kind<?> kind) {
        List<Object> entities = new ArrayList<>();
        for (int number = 1; number <= ROWS; number++) {
            Object entity = kind.create(id(kind.ids().get(0), number));
            for (Property<Object> property : Model.kindOf(kind.type()).properties()) {
                if (!property.isAssociation() && !property.isLazy()) {
                    property.change().apply(entity, 1000 + random.nextInt(100), null);
                }
            }
            em.persist(entity);
            entities.add(entity);
        }
        return entities;
    }

    /** An id that no row has. */
    static Object newId(Object example) {
        return id(example, 10 * ROWS);
    }

    private static Object id(Object example, int number) {
        if (example instanceof SeatId) {
            return new SeatId(number / 3, number % 3);
        } else if (example instanceof RoomId) {
            return new RoomId("R" + number / 4, number % 4);
        } else if (example instanceof CountryCode) {
            return new CountryCode("C" + number);
        } else if (example instanceof UUID) {
            return new UUID(number, number);
        }
        // subclasses of one hierarchy have numbers of their own
        return (Long) example + number - 1 + ((Long) example > 10 ? 100 : 0);
    }

    private void invoices(EntityManager em) {
        for (int number = 0; number < ROWS; number++) {
            Invoice invoice = new Invoice();
            invoice.setName("invoice " + number);
            if (random.nextBoolean()) {
                invoice.setTicket(new Ticket());
            }
            for (int line = random.nextInt(4); line > 0; line--) {
                InvoiceLine added = new InvoiceLine();
                added.setName("line " + line);
                added.setInvoice(invoice);
                invoice.getLines().add(added);
            }
            em.persist(invoice);
        }
    }

    private void link(Object entity, Map<Kind<?>, List<Object>> made) {
        for (Property<Object> property : Model.kindOf(entity.getClass()).properties()) {
            if (RandomTree.ELEMENTS.contains(property.name())) {
                for (int count = random.nextInt(4); count > 0; count--) {
                    property.change().apply(entity, 1 + random.nextInt(50), null);
                }
            } else if (property.isAssociation()) {
                List<Object> targets = new ArrayList<>();
                Model.kindsOf(property.target()).forEach(kind -> targets.addAll(made.getOrDefault(kind, List.of())));
                Collections.shuffle(targets, random);
                for (Object target : targets.subList(0, Math.min(targets.size(), random.nextInt(4)))) {
                    property.change().apply(entity, 1, target);
                }
            }
        }
    }
}
