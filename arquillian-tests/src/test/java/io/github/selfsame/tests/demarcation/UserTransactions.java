package io.github.selfsame.tests.demarcation;

import io.github.selfsame.tests.model.Book;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Begins and ends its transactions itself, several in one call. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class UserTransactions {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    @Resource
    private UserTransaction transaction;

    @PersistenceContext(unitName = "library")
    private EntityManager entityManager;

    @PersistenceContext(unitName = "plain")
    private EntityManager plainEntityManager;

    public List<Book> findInTwoTransactions(long id) throws Exception {
        transaction.begin();
        Book first = entityManager.find(Book.class, id);
        transaction.commit();
        transaction.begin();
        Book second = entityManager.find(Book.class, id);
        boolean managed = entityManager.contains(first);
        transaction.commit();
        return managed ? List.of(first, second) : List.of();
    }

    public Book renameAndCommit(long id, String title) throws Exception {
        transaction.begin();
        Book book = rename(entityManager, id, title);
        transaction.commit();
        return book;
    }

    public Book renameAndRollBack(long id, String title) throws Exception {
        transaction.begin();
        Book book = rename(entityManager, id, title);
        transaction.rollback();
        return book;
    }

    /** Lets the transaction run into its timeout, and tells whether it could be committed all the same. */
    public boolean renameTooSlowly(long id, String title) throws Exception {
        return renameTooSlowly(entityManager, id, title);
    }

    public boolean renameTooSlowlyWithoutTheLibrary(long id, String title) throws Exception {
        return renameTooSlowly(plainEntityManager, id, title);
    }

    private boolean renameTooSlowly(EntityManager entityManager, long id, String title) throws Exception {
        transaction.setTransactionTimeout(1);
        transaction.begin();
        try {
            rename(entityManager, id, title);
            awaitTimeout();
            transaction.commit();
            return true;
        } catch (Exception refused) {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
            return false;
        } finally {
            transaction.setTransactionTimeout(0);
        }
    }

    private void awaitTimeout() throws SystemException {
        long start = System.nanoTime();
        long quiet = start;
        int status = transaction.getStatus();
        // The server may deal with it on a thread of its own: it gets a second to finish.
        while (System.nanoTime() - start < PATIENCE
                && (status == Status.STATUS_ACTIVE || System.nanoTime() - quiet < TimeUnit.SECONDS.toNanos(1))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            int now = transaction.getStatus();
            if (now != status) {
                status = now;
                quiet = System.nanoTime();
            }
        }
    }

    private static Book rename(EntityManager entityManager, long id, String title) {
        Book book = entityManager.find(Book.class, id);
        book.setTitle(title);
        entityManager.flush();
        return book;
    }
}
