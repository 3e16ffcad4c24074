package io.github.selfsame.eclipselink.model;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** All kinds of entities of the model, and the rows that each random program begins with. */
@SuppressWarnings("JavaUtilDate") // entities have such attributes
public final class Model {

    private static final Map<Class<?>, Kind<?>> KINDS = new LinkedHashMap<>();
    static final List<Object> LONGS = List.of(1L, 2L, 3L, 4L);

    private Model() {}

    static {
        versioned(Person.class, Person.class, Person::new)
                .one("boss", Person.class, Person::getBoss, Person::setBoss)
                .inverse("reports", Person.class, Person::getReports, Person::setBoss)
                .inverse("pets", Animal.class, Person::getPets, Animal::setOwner)
                .inverseOne("passport", Passport.class, Person::getPassport)
                .value("address", Model::describeAddress, Model::changeAddress)
                .one(
                        "address.country",
                        Country.class,
                        person -> person.getAddress() == null
                                ? null
                                : person.getAddress().getCountry(),
                        (person, country) -> {
                            if (person.getAddress() != null) {
                                person.getAddress().setCountry(country);
                            }
                        })
                .elements(
                        "tags", Person::getTags, (person, way) -> Kind.changeElements(person.getTags(), way, "t" + way))
                .elements(
                        "phones",
                        person -> person.getPhones().stream()
                                .map(phone -> phone.getDigits() + ":" + describe(phone.getPrefix()))
                                .toList(),
                        (person, way) -> {
                            Phone phone = new Phone();
                            phone.setDigits("p" + way);
                            Kind.changeElements(person.getPhones(), way, phone);
                        })
                .elements("traits", Person::getTraits, (person, way) -> {
                    if (way % 3 == 0) {
                        person.getTraits().clear();
                    } else {
                        person.getTraits().put("k" + way % 4, "v" + way);
                    }
                });
        versioned(Cat.class, Animal.class, Cat::new)
                .value("lives", Cat::getLives, Cat::setLives)
                .one("owner", Person.class, Cat::getOwner, Cat::setOwner);
        kind(Puppy.class, Animal.class, Puppy::getId, id -> new Puppy((Long) id), List.of(11L, 12L, 13L))
                .value("version", Puppy::getVersion, (puppy, way) -> {})
                .value("name", Puppy::getName, (puppy, way) -> puppy.setName("n" + way))
                .one("owner", Person.class, Puppy::getOwner, Puppy::setOwner)
                .one("friend", Cat.class, Puppy::getFriend, Puppy::setFriend);
        plain(Car.class, Vehicle.class, Car::new)
                .bulkSafe()
                .value("doors", Car::getDoors, Car::setDoors)
                .one("driver", Person.class, Car::getDriver, Car::setDriver);
        kind(Truck.class, Vehicle.class, Truck::getId, id -> new Truck((Long) id), List.of(11L, 12L, 13L))
                .value("name", Truck::getName, (truck, way) -> truck.setName("n" + way))
                .many("crates", Crate.class, Truck::getCrates);
        versioned(Circle.class, Shape.class, Circle::new)
                .value("radius", Circle::getRadius, Circle::setRadius)
                .one("painter", Person.class, Circle::getPainter, Circle::setPainter);
        kind(Square.class, Shape.class, Square::getId, id -> new Square((Long) id), List.of(11L, 12L, 13L))
                .value("version", Square::getVersion, (square, way) -> {})
                .value("name", Square::getName, (square, way) -> square.setName("n" + way))
                .one("painter", Person.class, Square::getPainter, Square::setPainter)
                .many("inner", Circle.class, Square::getInner);
        kind(
                        Seat.class,
                        Seat.class,
                        seat -> new SeatId(seat.getLine(), seat.getNumber()),
                        id -> seat((SeatId) id),
                        List.of(new SeatId(1, 1), new SeatId(1, 2), new SeatId(2, 1)))
                .value("name", Seat::getName, (seat, way) -> seat.setName("n" + way))
                .one("vehicle", Vehicle.class, Seat::getVehicle, Seat::setVehicle);
        kind(
                        Room.class,
                        Room.class,
                        Room::getId,
                        id -> new Room((RoomId) id),
                        List.of(new RoomId("A", 1), new RoomId("A", 2), new RoomId("B", 1)))
                .value("version", Room::getVersion, (room, way) -> {})
                .value("name", Room::getName, (room, way) -> room.setName("n" + way))
                .many("guests", Person.class, Room::getGuests);
        kind(Passport.class, Passport.class, Passport::getId, null, LONGS)
                .value("name", Passport::getName, (passport, way) -> passport.setName("n" + way))
                .one("person", Person.class, Passport::getPerson, (passport, person) -> {});
        kind(
                        Country.class,
                        Country.class,
                        Country::getId,
                        id -> new Country((CountryCode) id),
                        List.of(new CountryCode("AT"), new CountryCode("CH"), new CountryCode("DE")))
                .value("name", Country::getName, (country, way) -> country.setName("n" + way))
                .map("cities", City.class, Country::getCities, true, (country, way, other) -> {
                    if (other instanceof City city && country.getCities().put(city.getName(), city) != city) {
                        city.setCountry(country);
                    }
                });
        plain(City.class, City.class, City::new).one("country", Country.class, City::getCountry, City::setCountry);
        kind(
                        Token.class,
                        Token.class,
                        Token::getId,
                        id -> new Token((UUID) id),
                        List.of(new UUID(1, 1), new UUID(1, 2), new UUID(2, 1)))
                .bulkSafe()
                .value("name", Token::getName, (token, way) -> token.setName("n" + way))
                .lazyValue("secret", Token::getSecret, (token, way) -> token.setSecret("s" + way))
                .value(
                        "bytes",
                        token -> token.getBytes() == null ? null : new String(token.getBytes(), StandardCharsets.UTF_8),
                        (token, way) -> token.setBytes(("b" + way).getBytes(StandardCharsets.UTF_8)))
                .value(
                        "expires",
                        token -> token.getExpires() == null
                                ? null
                                : token.getExpires().getTime(),
                        (token, way) -> token.setExpires(new Timestamp(way * 1000L)));
        kind(Invoice.class, Invoice.class, Invoice::getId, null, List.of(50L, 51L, 52L))
                .value("version", Invoice::getVersion, (invoice, way) -> {})
                .value("name", Invoice::getName, (invoice, way) -> invoice.setName("n" + way))
                .map("lines", InvoiceLine.class, Model::linesById, true, (invoice, way, other) -> {
                    if (way % 3 == 0 && !invoice.getLines().isEmpty()) {
                        invoice.getLines().remove(0);
                    } else {
                        InvoiceLine line = new InvoiceLine();
                        line.setName("n" + way);
                        line.setInvoice(invoice);
                        invoice.getLines().add(line);
                    }
                })
                .one("ticket", Ticket.class, Invoice::getTicket, (invoice, ticket) -> {
                    if (ticket == null) {
                        invoice.setTicket(new Ticket());
                    } else {
                        invoice.setTicket(null);
                    }
                });
        kind(InvoiceLine.class, InvoiceLine.class, InvoiceLine::getId, null, List.of(50L, 51L, 52L, 53L))
                .value("name", InvoiceLine::getName, (line, way) -> line.setName("n" + way))
                .one("invoice", Invoice.class, InvoiceLine::getInvoice, InvoiceLine::setInvoice);
        kind(Ticket.class, Ticket.class, Ticket::getId, null, List.of(1L, 2L, 3L))
                .value("name", Ticket::getName, (ticket, way) -> ticket.setName("n" + way));
        plain(Track.class, Track.class, Track::new)
                .bulkSafe()
                .inverse("playlists", Playlist.class, Track::getPlaylists, (playlist, track) -> {
                    if (track != null) {
                        playlist.getTracks().add(track);
                    }
                });
        versioned(Playlist.class, Playlist.class, Playlist::new).many("tracks", Track.class, Playlist::getTracks);
        plain(Crate.class, Crate.class, Crate::new)
                .bulkSafe()
                .many("bottles", Bottle.class, Crate::getBottles)
                .map("origins", Bottle.class, crate -> crate.getOrigins(), true, (crate, way, other) -> {
                    if (way % 3 == 0 || other == null) {
                        crate.getOrigins().clear();
                    } else if (!crate.getOrigins().isEmpty()) {
                        Country key = crate.getOrigins().keySet().iterator().next();
                        crate.getOrigins().put(key, (Bottle) other);
                    }
                });
        versioned(Bottle.class, Bottle.class, Bottle::new);
        versioned(Setting.class, Setting.class, Setting::new)
                .one("person", Person.class, Setting::getPerson, Setting::setPerson);
        Library.addKinds();
    }

    static <T extends VersionedThing> Kind<T> versioned(Class<T> type, Class<?> root, Function<Long, T> create) {
        return kind(type, root, VersionedThing::getId, id -> create.apply((Long) id), LONGS)
                .value("version", VersionedThing::getVersion, (thing, way) -> {})
                .value("name", VersionedThing::getName, (thing, way) -> thing.setName("n" + way));
    }

    static <T extends PlainThing> Kind<T> plain(Class<T> type, Class<?> root, Function<Long, T> create) {
        return kind(type, root, PlainThing::getId, id -> create.apply((Long) id), LONGS)
                .value("name", PlainThing::getName, (thing, way) -> thing.setName("n" + way));
    }

    static <T> Kind<T> kind(
            Class<T> type, Class<?> root, Function<T, Object> id, Function<Object, T> create, List<Object> ids) {
        Kind<T> kind = new Kind<>(type, root, id, create, ids);
        KINDS.put(type, kind);
        return kind;
    }

    private static Seat seat(SeatId id) {
        return new Seat(id.line(), id.number());
    }

    private static Map<Long, InvoiceLine> linesById(Invoice invoice) {
        Map<Long, InvoiceLine> lines = new LinkedHashMap<>();
        invoice.getLines().forEach(line -> lines.put(line.getId(), line));
        return lines;
    }

    private static Object describeAddress(Person person) {
        Address address = person.getAddress();
        return address == null
                ? null
                : address.getStreet() + "/"
                        + (address.getGeo() == null ? null : address.getGeo().getLatitude());
    }

    private static void changeAddress(Person person, int way) {
        Address address = person.getAddress();
        if (address == null || way % 3 == 0) {
            Address next = new Address();
            next.setStreet("s" + way);
            next.setGeo(new Geo());
            person.setAddress(next);
        } else if (way % 3 == 1 || address.getGeo() == null) {
            address.setStreet("s" + way);
        } else {
            address.getGeo().setLatitude(way);
        }
    }

    public static List<Kind<?>> kinds() {
        return List.copyOf(KINDS.values());
    }

    /** The kind of an entity, or of an entity class. */
    @SuppressWarnings("unchecked")
    public static Kind<Object> kindOf(Class<?> type) {
        Kind<?> kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type.getName());
        }
        return (Kind<Object>) kind;
    }

    public static boolean isEntity(Object value) {
        return value != null && KINDS.containsKey(value.getClass());
    }

    /** All concrete kinds that an association to a type may refer to. */
    public static List<Kind<?>> kindsOf(Class<?> type) {
        List<Kind<?>> kinds = new ArrayList<>();
        KINDS.values().stream()
                .filter(kind -> type.isAssignableFrom(kind.type()))
                .forEach(kinds::add);
        return kinds;
    }

    /** A value in words, entities by kind and key, what has no order in a defined one. */
    public static String describe(Object value) {
        if (isEntity(value)) {
            Kind<Object> kind = kindOf(value.getClass());
            return kind.name() + "#" + kind.id(value);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, element) -> sorted.put(describe(key), describe(element)));
            return sorted.toString();
        }
        if (value instanceof Collection<?> collection) {
            var elements = collection.stream().map(Model::describe);
            return (collection instanceof List ? elements : elements.sorted())
                    .toList()
                    .toString();
        }
        return String.valueOf(value);
    }

    /** Makes rows of the class that nobody writes, and reads them. */
    public static List<Object> laws(EntityManager manager, int number) {
        Library.insertLaws(manager, number);
        return List.copyOf(manager.createQuery("select l from Law l", Law.class).getResultList());
    }

    /** Makes the rows that each program begins with. */
    public static void fill(EntityManager manager) {
        Map<Object, Object> made = new HashMap<>();
        for (Kind<?> kind : KINDS.values()) {
            if (!kind.isGenerated() && !kind.isReadOnly()) {
                for (Object id : kind.ids().subList(0, kind.ids().size() - 1)) {
                    Object entity = kind.create(id);
                    kindOf(kind.type()).properties().stream()
                            .filter(property -> !property.isAssociation() && !property.isLazy())
                            .forEach(property -> property.change().apply(entity, 1000 + made.size(), null));
                    made.put(kind.name() + id, entity);
                    manager.persist(entity);
                }
            }
        }
        new Links(made).make(manager);
        Library.link(manager, type -> id -> made.get(type.getSimpleName() + id));
    }

    /** Puts the rows in touch. */
    private record Links(Map<Object, Object> made) {

        private <T> T get(Class<T> type, Object id) {
            return type.cast(made.get(type.getSimpleName() + id));
        }

        void make(EntityManager manager) {
            Person ann = get(Person.class, 1L);
            Person ben = get(Person.class, 2L);
            Person cid = get(Person.class, 3L);
            Country austria = get(Country.class, new CountryCode("AT"));
            Country swiss = get(Country.class, new CountryCode("CH"));
            ben.setBoss(ann);
            cid.setBoss(ann);
            ann.getReports().addAll(List.of(ben, cid));
            ann.getAddress().setCountry(austria);
            ann.getTags().addAll(Set.of("x", "y"));
            ann.getTraits().put("k1", "v1");
            Phone phone = new Phone();
            phone.setDigits("1");
            phone.setPrefix(austria);
            ann.getPhones().add(phone);
            for (Person person : List.of(ann, ben)) {
                Passport passport = new Passport(person);
                passport.setName("p" + person.getId());
                person.setPassport(passport);
                manager.persist(passport);
            }
            get(Cat.class, 1L).setOwner(ann);
            get(Cat.class, 2L).setOwner(ben);
            get(Puppy.class, 11L).setOwner(ann);
            get(Puppy.class, 11L).setFriend(get(Cat.class, 1L));
            ann.getPets().addAll(new HashSet<>(List.of(get(Cat.class, 1L), get(Puppy.class, 11L))));
            ben.getPets().add(get(Cat.class, 2L));
            get(Car.class, 1L).setDriver(ann);
            get(Truck.class, 11L).getCrates().add(get(Crate.class, 1L));
            get(Circle.class, 1L).setPainter(ann);
            get(Square.class, 11L).getInner().add(get(Circle.class, 2L));
            get(Seat.class, new SeatId(1, 1)).setVehicle(get(Car.class, 1L));
            get(Seat.class, new SeatId(1, 2)).setVehicle(get(Truck.class, 11L));
            get(Room.class, new RoomId("A", 1)).getGuests().addAll(Set.of(ann, ben));
            City vienna = get(City.class, 1L);
            vienna.setCountry(austria);
            austria.getCities().put(vienna.getName(), vienna);
            City basel = get(City.class, 2L);
            basel.setCountry(swiss);
            swiss.getCities().put(basel.getName(), basel);
            get(Token.class, new UUID(1, 1)).setSecret("secret");
            get(Playlist.class, 1L).getTracks().addAll(List.of(get(Track.class, 2L), get(Track.class, 1L)));
            get(Track.class, 1L).getPlaylists().add(get(Playlist.class, 1L));
            get(Track.class, 2L).getPlaylists().add(get(Playlist.class, 1L));
            get(Crate.class, 1L).getBottles().addAll(List.of(get(Bottle.class, 1L), get(Bottle.class, 2L)));
            get(Crate.class, 1L).getOrigins().put(austria, get(Bottle.class, 1L));
            get(Setting.class, 1L).setPerson(ann);
            for (int number = 0; number < 2; number++) {
                Invoice invoice = new Invoice();
                invoice.setName("i" + number);
                invoice.setTicket(new Ticket());
                for (int line = 0; line < 2; line++) {
                    InvoiceLine added = new InvoiceLine();
                    added.setName("l" + line);
                    added.setInvoice(invoice);
                    invoice.getLines().add(added);
                }
                manager.persist(invoice);
                manager.flush();
            }
        }
    }
}
