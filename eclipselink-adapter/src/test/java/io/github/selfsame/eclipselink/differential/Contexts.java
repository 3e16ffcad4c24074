package io.github.selfsame.eclipselink.differential;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** The EntityManagers of a program, and their transactions. */
final class Contexts {

    static final int COUNT = 3;

    private final List<Opening> openings;
    private final Demarcation demarcation;
    private final EntityManager[] managers = new EntityManager[COUNT];

    /** Those that know their tenant, if they have to be told. */
    private final boolean[] told = new boolean[COUNT];

    /** The transactions that have changes which are not committed. */
    private final boolean[] touched = new boolean[COUNT];

    Contexts(List<Opening> openings, Demarcation demarcation) {
        this.openings = openings;
        this.demarcation = demarcation;
    }

    private Opening opening(int context) {
        return openings.get(context % openings.size());
    }

    /** What the EntityManager has in common with those that see the same rows of one unit. */
    String partition(int context) {
        return opening(context).isToldLate() && !told[context]
                ? Opening.UNTOLD
                : opening(context).partition();
    }

    /** Whether the EntityManager may give out a row of a tenant. */
    boolean isFor(int context, Object tenant) {
        return opening(context).isFor(tenant);
    }

    /** All partitions that there may be. */
    Set<String> partitions() {
        Set<String> partitions = new LinkedHashSet<>();
        openings.forEach(opening -> partitions.add(opening.partition()));
        if (openings.stream().anyMatch(Opening::isToldLate)) {
            partitions.add(Opening.UNTOLD);
        }
        return partitions;
    }

    Demarcation demarcation() {
        return demarcation;
    }

    boolean isOpen(int context) {
        return managers[context] != null;
    }

    boolean isInTransaction(int context) {
        return isOpen(context) && demarcation.isActive(context, managers[context]);
    }

    EntityManager get(int context) {
        return managers[context];
    }

    void open(int context) {
        managers[context] = opening(context).open();
        demarcation.opened(context, managers[context]);
    }

    void begin(int context) throws Exception {
        demarcation.begin(context, this);
        opening(context).begun(managers[context]);
        told[context] = true;
    }

    void commit(int context) throws Exception {
        demarcation.commit(context, managers[context]);
        touched[demarcation.transaction(context)] = false;
    }

    void rollback(int context) {
        demarcation.rollback(context, managers[context]);
        touched[demarcation.transaction(context)] = false;
    }

    void close(int context) {
        EntityManager manager = managers[context];
        managers[context] = null;
        told[context] = false;
        demarcation.close(context, manager);
        int transaction = demarcation.transaction(context);
        touched[transaction] &= !together(context).isEmpty()
                || !demarcation.closing(transaction).isEmpty();
    }

    /** Closes what the program has left open. */
    void finish() {
        demarcation.rollBackAll(this);
        for (int context = 0; context < COUNT; context++) {
            if (isOpen(context)) {
                close(context);
            }
        }
    }

    /** The EntityManager has changes that are not committed. */
    void touch(int context) {
        touched[demarcation.transaction(context)] = true;
    }

    /** Whether there are changes that are not committed, and end with the transaction of the EntityManager. */
    boolean isTouched(int context) {
        return touched[demarcation.transaction(context)];
    }

    boolean manages(int context, Object entity) {
        return isOpen(context) && demarcation.within(context, () -> managers[context].contains(entity));
    }

    /** Whether an EntityManager has something to do with the entity still, be it that it has removed it. */
    boolean isKnown(Object entity) {
        for (int context = 0; context < COUNT; context++) {
            int number = context;
            if (manages(context, entity)
                    || (isOpen(context)
                            && demarcation.within(
                                    context, () -> unitOfWork(number).isObjectDeleted(entity)))) {
                return true;
            }
        }
        return closing().anyMatch(unitOfWork -> unitOfWork.isObjectRegistered(entity));
    }

    UnitOfWorkImpl unitOfWork(int context) {
        return managers[context].unwrap(UnitOfWorkImpl.class);
    }

    /** What was closed before the end of its transaction, and goes on until then. */
    Stream<UnitOfWorkImpl> closing() {
        return IntStream.range(0, COUNT)
                .map(demarcation::transaction)
                .distinct()
                .boxed()
                .flatMap(transaction -> demarcation.closing(transaction).stream());
    }

    /** All units of work that end their transactions along with an EntityManager. */
    List<UnitOfWorkImpl> ending(int context) {
        List<UnitOfWorkImpl> ending = new ArrayList<>(demarcation.closing(demarcation.transaction(context)));
        together(context).forEach(other -> ending.add(unitOfWork(other)));
        return ending;
    }

    /** All open EntityManagers that take part in the transaction of one. */
    List<Integer> together(int context) {
        return IntStream.range(0, COUNT)
                .filter(other -> isOpen(other) && demarcation.transaction(other) == demarcation.transaction(context))
                .boxed()
                .toList();
    }
}
