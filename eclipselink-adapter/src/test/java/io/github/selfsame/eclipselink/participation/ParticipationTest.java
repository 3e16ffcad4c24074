package io.github.selfsame.eclipselink.participation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ParticipationTest extends ContractTest {

    ParticipationTest() {
        super("participation");
    }

    @Override
    protected void fill() {
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        Box box = new Box(1, "blue");
        Letter first = new Letter(1, "first", box);
        Letter second = new ExpressLetter(2, "second", box);
        manager.persist(box);
        manager.persist(first);
        manager.persist(second);
        box.setLatest(second);
        box.setPinned(first);
        box.getLetters().addAll(List.of(first, second));
        manager.getTransaction().commit();
        manager.close();
    }

    @Test
    @DisplayName("Q3: what does not take part is another object in each persistence context, subclasses too")
    void excluded() {
        Letter letter = this.<Letter>read(em -> em.find(Letter.class, 1L));
        Letter express = this.<Letter>read(em -> em.find(ExpressLetter.class, 2L));

        assertThat(this.<Letter>read(em -> em.find(Letter.class, 1L))).isNotSameAs(letter);
        assertThat(this.<List<Letter>>read(em -> em.createQuery("select l from Letter l order by l.id", Letter.class)
                        .getResultList()))
                .doesNotContain(letter, express);
        assertThat(activation.map().contains(letter)).isFalse();
        assertThat(activation.map().find(Letter.class, 1L)).isNull();
    }

    @Test
    @DisplayName("Q3: a find in a persistence context gives the same object again, as ever")
    void withinContext() {
        EntityManager em = entityManager();
        Letter letter = em.find(Letter.class, 1L);
        assertThat(statements(() -> assertThat(em.find(Letter.class, 1L)).isSameAs(letter)))
                .isZero();
        assertThat(em.getReference(Letter.class, 1L)).isSameAs(letter);
    }

    @Test
    @DisplayName(
            "Q3: what takes part is one object, and reads associations to what does not afresh, managed in each context")
    void targets() {
        Box box = this.<Box>read(em -> {
            Box found = em.find(Box.class, 1L);
            load(found.getLetters());
            assertThat(found.getLatest().getText()).isEqualTo("second");
            return found;
        });
        List<Letter> before = List.copyOf(box.getLetters());
        Letter latest = box.getLatest();
        transact(em -> {
            assertThat(em.find(Box.class, 1L)).isSameAs(box);
            assertThat(box.getLatest()).isNotSameAs(latest);
            assertThat(em.contains(box.getLatest())).isTrue();
            assertThat(em.contains(box.getPinned())).isTrue();
            assertThat(box.getLetters()).hasSize(2).allMatch(em::contains).doesNotContainAnyElementsOf(before);
            box.getLetters().get(0).setText("changed");
            assertThat(box.getLetters().get(0)).isSameAs(box.getPinned());
        });
        assertThat(this.<String>read(em -> em.find(Letter.class, 1L).getText())).isEqualTo("changed");
    }

    @Test
    @DisplayName("Q3: a free instance loads what does not take part")
    void freeInstance() {
        Box box = this.<Box>read(em -> em.find(Box.class, 1L));
        assertThat(box.getLetters()).hasSize(2);
        assertThat(box.getLetters().get(1)).isInstanceOf(ExpressLetter.class);
        assertThat(box.getLatest().getText()).isEqualTo("second");
    }

    @Test
    @DisplayName("Q3: what does not take part refers to what does: that is the one object")
    void owner() {
        Box box = this.<Box>read(em -> em.find(Box.class, 1L));
        read(em -> assertThat(em.find(Letter.class, 1L).getBox()).isSameAs(box));
        read(em -> assertThat(em.createQuery("select l from Letter l join fetch l.box where l.id = 2", Letter.class)
                        .getSingleResult()
                        .getBox())
                .isSameAs(box));
    }

    @Test
    @DisplayName("Q3: associations to and from what does not take part are prefetched")
    void prefetching() {
        read(em -> {
            Box box = em.find(Box.class, 1L);
            prefetch(List.of(box), "letters", "latest");
            assertThat(statements(() -> {
                        assertThat(box.getLetters()).hasSize(2);
                        assertThat(box.getLatest()).isSameAs(box.getLetters().get(1));
                    }))
                    .isZero();
            List<Letter> letters = em.createQuery("select l from Letter l", Letter.class)
                    .setHint(SelfsameHints.PREFETCH, "box")
                    .getResultList();
            assertThat(letters).allMatch(letter -> letter.getBox() == box);
            return null;
        });
    }

    @Test
    @DisplayName("Q3: changes, new and removed instances of both are written")
    void written() {
        transact(em -> {
            Box box = em.find(Box.class, 1L);
            Letter third = new Letter(3, "third", box);
            em.persist(third);
            box.setName("red");
            box.setLatest(third);
            em.find(Letter.class, 1L).setText("changed");
        });
        transact(em -> {
            Box box = em.find(Box.class, 1L);
            assertThat(box.getLatest().getText()).isEqualTo("third");
            assertThat(box.getLetters()).extracting(Letter::getText).containsExactly("changed", "second", "third");
            box.setLatest(null);
            em.remove(em.find(Letter.class, 3L));
        });
        assertThat(this.<Long>readWithoutMap(em -> em.createQuery("select count(l) from Letter l", Long.class)
                        .getSingleResult()))
                .isEqualTo(2);
        assertThat(this.<String>readWithoutMap(em -> em.find(Box.class, 1L).getName()))
                .isEqualTo("red");
    }
}
