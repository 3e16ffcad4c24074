package io.github.selfsame.benchmarks.identity;

import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.EclipseLinkUnits;
import io.github.selfsame.benchmarks.identity.model.Book;
import io.github.selfsame.benchmarks.identity.model.Loan;
import io.github.selfsame.benchmarks.identity.model.Shelf;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ComplexQueryResult;
import org.eclipse.persistence.queries.ReadAllQuery;

/** A database with books, and EclipseLink on it. */
final class Library implements AutoCloseable {

    static final int BOOKS = 1_000;

    private static final int SHELVES = 10;
    private static final int LOANS = 3;

    private final Database database = Database.h2();
    private final EntityManagerFactory factory;

    Library(boolean withIdentityMap) {
        fill();
        factory = withIdentityMap
                ? EclipseLinkUnits.withIdentityMap("library", database)
                : EclipseLinkUnits.plain("library", database);
    }

    private void fill() {
        try (EntityManagerFactory plain = EclipseLinkUnits.plain("library", database);
                EntityManager manager = plain.createEntityManager()) {
            plain.getSchemaManager().create(true);
            manager.getTransaction().begin();
            List<Shelf> shelves = new ArrayList<>();
            for (int id = 0; id < SHELVES; id++) {
                Shelf shelf = new Shelf(id);
                manager.persist(shelf);
                shelves.add(shelf);
            }
            for (int id = 0; id < BOOKS; id++) {
                Book book = new Book(id, shelves.get(id % SHELVES), shelves.get(id / 2 % SHELVES));
                manager.persist(book);
                for (int loan = 0; loan < LOANS; loan++) {
                    manager.persist(new Loan((long) id * LOANS + loan, book));
                }
            }
            manager.getTransaction().commit();
        }
    }

    EntityManager open() {
        return factory.createEntityManager();
    }

    static List<Book> readAll(EntityManager manager) {
        return manager.createQuery("select b from Book b order by b.id", Book.class)
                .getResultList();
    }

    /** What the database answers when all books are read, before anything is built of it. */
    List<AbstractRecord> rows() {
        try (EntityManager manager = open()) {
            ReadAllQuery query = new ReadAllQuery(Book.class);
            query.setShouldIncludeData(true);
            ComplexQueryResult result =
                    (ComplexQueryResult) manager.unwrap(UnitOfWorkImpl.class).executeQuery(query);
            List<AbstractRecord> rows = new ArrayList<>();
            for (Object row : (List<?>) result.getData()) {
                rows.add((AbstractRecord) row);
            }
            return rows;
        }
    }

    /** A persistence context gets the books of these rows, and ends. */
    void build(List<AbstractRecord> rows, Consumer<Object> consumer) {
        try (EntityManager manager = open()) {
            UnitOfWorkImpl unitOfWork = manager.unwrap(UnitOfWorkImpl.class);
            ReadAllQuery query = new ReadAllQuery(Book.class);
            query.setSession(unitOfWork);
            query.setDescriptor(unitOfWork.getDescriptor(Book.class));
            ObjectBuilder builder = query.getDescriptor().getObjectBuilder();
            for (AbstractRecord row : rows) {
                consumer.accept(builder.buildObject(query, row, null));
            }
        }
    }

    @Override
    public void close() {
        factory.close();
        database.close();
    }
}
