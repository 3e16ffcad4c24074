package io.github.selfsame.eclipselink.model;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** More kinds of entities of the model: the less usual mappings. */
final class Library {

    private Library() {}

    /** Adds the kinds to those of the model. */
    static void addKinds() {
        Model.plain(Shelf.class, Shelf.class, Shelf::new)
                .elements(
                        "labels",
                        Shelf::getLabels,
                        (shelf, way) -> Kind.changeElements(shelf.getLabels(), way, "l" + way))
                .many("row", Book.class, Shelf::getRow)
                .map(
                        "named",
                        Book.class,
                        Shelf::getNamed,
                        false,
                        (shelf, way, other) ->
                                change(shelf.getNamed(), way, (Book) other, 0, book -> "k" + book.getId() % 4))
                .map(
                        "placed",
                        Book.class,
                        Shelf::getPlaced,
                        false,
                        (shelf, way, other) -> change(
                                shelf.getPlaced(), way, (Book) other, 1, book -> new Slot(0, (int) book.getId() % 4)))
                .elements("spines", Shelf::getSpines, (shelf, way) -> {
                    Color color = way % 2 == 0 ? Color.RED : Color.BLUE;
                    if (way % 3 == 0) {
                        shelf.getSpines().remove(color);
                    } else {
                        shelf.getSpines().put(color, "s" + way);
                    }
                });
        Model.plain(Author.class, Author.class, Author::new)
                .value("code", Author::getCode, (author, way) -> {})
                .inverse("books", Book.class, Author::getBooks, Book::setAuthor);
        Model.kind(Book.class, Book.class, Book::getId, id -> new Book((Long) id), Model.LONGS)
                .value("version", Book::getVersion, (book, way) -> {})
                .value("name", Book::getName, (book, way) -> book.setName("n" + way))
                .one("author", Author.class, Book::getAuthor, Book::setAuthor)
                .one("cover", Cover.class, Book::getCover, (book, cover) -> {
                    if (cover == null && book.getCover() != null) {
                        book.getCover().setBook(null);
                        book.setCover(null);
                    }
                })
                .inverse("pages", Page.class, Book::getPages, (page, book) -> {})
                .one("law", Law.class, Book::getLaw, Book::setLaw);
        Model.plain(Cover.class, Cover.class, Cover::new).inverseOne("book", Book.class, Cover::getBook);
        Model.kind(
                        Page.class,
                        Page.class,
                        Page::getId,
                        null,
                        List.of(new PageId(1, 1), new PageId(1, 2), new PageId(2, 1), new PageId(3, 1)))
                .value("name", Page::getName, (page, way) -> page.setName("n" + way))
                .one("book", Book.class, Page::getBook, (page, book) -> {});
        Model.kind(Law.class, Law.class, Law::getId, id -> new Law((Long) id), Model.LONGS)
                .readOnly()
                .value("name", Law::getName, (law, way) -> {});
        Model.versioned(Lamp.class, Lamp.class, Lamp::new)
                .bulkSafe()
                .one("holder", Person.class, Lamp::getHolder, Lamp::setHolder)
                .inverse("bulbs", Bulb.class, Lamp::getBulbs, Bulb::setLamp);
        Model.plain(Bulb.class, Bulb.class, Bulb::new).bulkSafe().one("lamp", Lamp.class, Bulb::getLamp, Bulb::setLamp);
        Model.versioned(Leaf.class, Leaf.class, Leaf::new)
                .ofTenant()
                .one("twig", Leaf.class, Leaf::getTwig, Leaf::setTwig)
                .inverse("buds", Bud.class, Leaf::getBuds, Bud::setLeaf);
        Model.plain(Bud.class, Bud.class, Bud::new).ofTenant().one("leaf", Leaf.class, Bud::getLeaf, Bud::setLeaf);
        Model.plain(Nut.class, Nut.class, Nut::new)
                .ofTenant()
                .inTablesOfTenants()
                .one("next", Nut.class, Nut::getNext, Nut::setNext)
                .elements("grains", Nut::getGrains, (nut, way) -> Kind.changeElements(nut.getGrains(), way, "g" + way));
    }

    /**
     * Changes a map of books. EclipseLink keeps one key for a target, however many maps a transaction puts it into: here each book
     * has one key, and fits into one of two kinds of maps.
     */
    private static <K> void change(Map<K, Book> map, int way, Book book, int remainder, Function<Book, K> key) {
        if (way % 7 == 0) {
            map.clear();
        } else if (book == null || way % 3 == 0) {
            map.keySet().stream().min(Comparator.comparing(String::valueOf)).ifPresent(map::remove);
        } else if (book.getId() % 2 == remainder && !map.containsValue(book)) {
            map.put(key.apply(book), book);
        }
    }

    /** Makes rows of the class that nobody writes. */
    static void insertLaws(EntityManager manager, int number) {
        for (int id = 1; id <= number; id++) {
            manager.createNativeQuery("insert into Law (id, name) values (" + id + ", 'law" + id + "')")
                    .executeUpdate();
        }
    }

    /** Puts the rows in touch. */
    static void link(EntityManager manager, Function<Class<?>, Function<Object, Object>> made) {
        Function<Long, Book> book = id -> (Book) made.apply(Book.class).apply(id);
        Function<Long, Author> author = id -> (Author) made.apply(Author.class).apply(id);
        insertLaws(manager, 3);
        book.apply(1L).setAuthor(author.apply(1L));
        book.apply(2L).setAuthor(author.apply(1L));
        author.apply(1L).getBooks().addAll(List.of(book.apply(1L), book.apply(2L)));
        Cover cover = (Cover) made.apply(Cover.class).apply(1L);
        book.apply(1L).setCover(cover);
        cover.setBook(book.apply(1L));
        for (PageId id : List.of(new PageId(1, 1), new PageId(1, 2), new PageId(2, 1))) {
            Page page = new Page(id, book.apply(id.getBookId()));
            page.setName("p" + id);
            page.getBook().getPages().add(page);
            manager.persist(page);
        }
        Shelf shelf = (Shelf) made.apply(Shelf.class).apply(1L);
        shelf.getLabels().addAll(List.of("b", "a"));
        shelf.getRow().addAll(List.of(book.apply(2L), book.apply(1L)));
        shelf.getNamed().put("k2", book.apply(2L));
        shelf.getPlaced().put(new Slot(0, 3), book.apply(3L));
        shelf.getSpines().put(Color.RED, "s");
        Lamp lamp = (Lamp) made.apply(Lamp.class).apply(1L);
        lamp.setHolder((Person) made.apply(Person.class).apply(1L));
        Consumer<Bulb> screw = bulb -> {
            bulb.setLamp(lamp);
            lamp.getBulbs().add(bulb);
        };
        screw.accept((Bulb) made.apply(Bulb.class).apply(1L));
        screw.accept((Bulb) made.apply(Bulb.class).apply(2L));
        Leaf leaf = (Leaf) made.apply(Leaf.class).apply(1L);
        leaf.setTwig((Leaf) made.apply(Leaf.class).apply(2L));
        Bud bud = (Bud) made.apply(Bud.class).apply(1L);
        bud.setLeaf(leaf);
        leaf.getBuds().add(bud);
        Nut nut = (Nut) made.apply(Nut.class).apply(1L);
        nut.setNext((Nut) made.apply(Nut.class).apply(2L));
        nut.getGrains().add("g");
    }
}
