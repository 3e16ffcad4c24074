package io.github.selfsame.tests.entitymanagers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.entitymanagers.ManualEditor.Edit;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.DeliberateException;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EntityManagersIT extends InContainerTest {

    @Inject
    private Instance<ExtendedReader> extendedReaders;

    @Inject
    private UnsynchronizedEditor unsynchronized;

    @Inject
    private ManualEditor manual;

    @Deployment
    static WebArchive application() {
        return TestWar.named("entity-managers").with(EntityManagersIT.class);
    }

    @Test
    @DisplayName("R4: an extended persistence context takes over what others have read, and keeps it between calls")
    void extendedAdopts() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);
            ExtendedReader extended = extendedReaders.get();

            assertThat(extended.find(1)).isSameAs(book);
            assertThat(extended.manages(book)).isTrue();
            assertThat(extended.find(1)).isSameAs(book);

            extended.finish();
            assertThat(activation.map().contains(book)).isTrue();
        }
        assertThat(database.reads()).isEqualTo(1);
    }

    @Test
    @DisplayName("R3, R9: what an extended persistence context manages, others get a copy of until it is closed")
    void extendedLeases() {
        try (IdentityMapActivation activation = maps.open()) {
            ExtendedReader extended = extendedReaders.get();
            Book book = extended.find(1);

            assertThat(books.find(1)).isNotSameAs(book);
            assertThat(activation.map().statistics().contended()).isPositive();

            extended.finish();
            assertThat(books.find(1)).isSameAs(book);
        }
    }

    @Test
    @DisplayName("R7: what an extended persistence context has changed between transactions is written by the next one")
    void extendedWrites() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);
            ExtendedReader extended = extendedReaders.get();

            extended.rename(1, "New");
            assertThat(database.title(1)).isEqualTo("One");
            assertThat(books.find(1).getTitle()).isEqualTo("One");

            extended.save();
            assertThat(database.title(1)).isEqualTo("New");
            extended.finish();

            assertThat(books.find(1)).isSameAs(book);
            assertThat(book.getTitle()).isEqualTo("New");
            assertThat(activation.map().contains(book)).isTrue();
        }
    }

    @Test
    @DisplayName("R8: what an extended persistence context has changed and never written is forgotten with it")
    void extendedForgets() {
        try (IdentityMapActivation activation = maps.open()) {
            ExtendedReader extended = extendedReaders.get();
            Book book = extended.find(1);
            extended.rename(1, "Never");
            extended.finish();

            assertThat(books.find(1).getTitle()).isEqualTo("One");
            assertThat(activation.map().contains(book)).isFalse();
        }
        assertThat(database.title(1)).isEqualTo("One");
    }

    @Test
    @DisplayName("R1, R4: an unsynchronized persistence context shares objects with synchronized ones")
    void unsynchronizedShares() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            assertThat(unsynchronized.find(1)).isSameAs(book);
            assertThat(books.find(1)).isSameAs(book);
        }
        assertThat(database.reads()).isEqualTo(1);
    }

    @Test
    @DisplayName("R8: what an unsynchronized persistence context has changed without joining is not written, nor kept")
    void unsynchronizedForgets() {
        try (IdentityMapActivation activation = maps.open()) {
            Book changed = unsynchronized.renameWithoutJoining(1, "Never");

            assertThat(books.find(1).getTitle()).isEqualTo("One");
            assertThat(activation.map().contains(changed)).isFalse();
        }
        assertThat(database.title(1)).isEqualTo("One");
    }

    @Test
    @DisplayName("R7: an unsynchronized persistence context that joins the transaction commits the object of the map")
    void unsynchronizedJoins() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            assertThat(unsynchronized.renameAndJoin(1, "New")).isSameAs(book);

            assertThat(database.title(1)).isEqualTo("New");
            assertThat(books.find(1)).isSameAs(book);
            assertThat(activation.map().contains(book)).isTrue();
        }
    }

    @Test
    @DisplayName(
            "R3, R7: an EntityManager that the application manages commits with the transaction, and goes on to manage")
    void applicationManaged() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            Edit edit = manual.rename(1, "New");

            assertThat(edit.book()).isSameAs(book);
            assertThat(database.title(1)).isEqualTo("New");
            assertThat(edit.entityManager().contains(book)).isTrue();
            assertThat(books.find(1)).isNotSameAs(book);
            assertThat(books.find(1).getTitle()).isEqualTo("New");

            edit.entityManager().close();
            assertThat(books.find(1)).isSameAs(book);
            assertThat(activation.map().contains(book)).isTrue();
        }
    }

    @Test
    @DisplayName(
            "R8: a rollback evicts what an EntityManager changed that the application manages and has closed already")
    void applicationManagedRollback() {
        try (IdentityMapActivation activation = maps.open()) {
            Book book = books.find(1);

            assertThatThrownBy(() -> manual.renameAndFail(1, "Never"))
                    .hasRootCauseInstanceOf(DeliberateException.class);

            assertThat(activation.map().contains(book)).isFalse();
            assertThat(books.find(1).getTitle()).isEqualTo("One");
            assertThat(database.title(1)).isEqualTo("One");
        }
    }
}
