package io.github.selfsame.eclipselink.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** References to an interface, behind which there are entities of several hierarchies. */
class InterfacesTest extends ContractTest {

    InterfacesTest() {
        super("interfaces");
    }

    @Override
    protected void fill() {
        transact(em -> {
            Company company = new Company(1, "Acme");
            Artisan artisan = new Artisan(2, "Ann");
            em.persist(company);
            em.persist(artisan);
            em.persist(new Article(1, company, artisan));
            em.persist(new Article(2, artisan, company));
            em.persist(new Article(3, null, null));
        });
    }

    private static String describe(Article article) {
        return name(article.getMaker()) + " " + name(article.getSeller());
    }

    private String read(long id) {
        return read(em -> describe(em.find(Article.class, id)));
    }

    private String readInTransaction(long id) {
        return inTransaction(em -> describe(em.find(Article.class, id)));
    }

    private static String name(Maker maker) {
        return maker == null ? "-" : maker.getClass().getSimpleName() + " " + maker.getName();
    }

    @Test
    @DisplayName("R1, R4: a reference to an interface gives the one instance of the row, in the next context too")
    void readTwice() {
        Article article = read(em -> em.find(Article.class, 1L));
        assertThat(describe(article)).isEqualTo("Company Acme Artisan Ann");
        Article again = inTransaction(em -> {
            Article managed = em.find(Article.class, 1L);
            assertThat(describe(managed)).isEqualTo("Company Acme Artisan Ann");
            assertThat(em.contains(managed.getMaker())).isTrue();
            assertThat(em.contains(managed.getSeller())).isTrue();
            assertThat(em.find(Company.class, 1L)).isSameAs(managed.getMaker());
            assertThat(em.find(Artisan.class, 2L)).isSameAs(managed.getSeller());
            return managed;
        });
        assertThat(again).isSameAs(article);
    }

    @Test
    @DisplayName("R4: what a reference to an interface gives in the next context is managed there")
    void changesAreWritten() {
        read(1);
        transact(em -> {
            Article article = em.find(Article.class, 1L);
            ((Company) article.getMaker()).setName("Apex");
            ((Artisan) article.getSeller()).setName("Bea");
        });
        try (var bypass = maps.bypass()) {
            factory.getCache().evictAll();
            assertThat(read(1)).isEqualTo("Company Apex Artisan Bea");
        }
    }

    @Test
    @DisplayName("R7: what was persisted with a reference to an interface has it in the next context")
    void persisted() {
        transact(em -> em.persist(new Article(4, em.find(Company.class, 1L), em.find(Artisan.class, 2L))));
        assertThat(read(4)).isEqualTo("Company Acme Artisan Ann");
        transact(em -> {
            Company company = new Company(5, "Apex");
            em.persist(company);
            em.persist(new Article(5, company, em.find(Artisan.class, 2L)));
        });
        assertThat(readInTransaction(5)).isEqualTo("Company Apex Artisan Ann");
    }

    @Test
    @DisplayName("R7: a reference to an interface that was changed is so in the next context")
    void changed() {
        transact(em -> {
            Article article = em.find(Article.class, 1L);
            Maker maker = article.getMaker();
            article.setMaker(article.getSeller());
            article.setSeller(maker);
        });
        assertThat(read(1)).isEqualTo("Artisan Ann Company Acme");
        transact(em -> em.find(Article.class, 1L).setMaker(null));
        assertThat(readInTransaction(1)).isEqualTo("- Company Acme");
    }

    @Test
    @DisplayName("R8: a reference to an interface that was not committed is forgotten")
    void rolledBack() {
        read(1);
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.find(Article.class, 1L).setMaker(em.find(Artisan.class, 2L));
        em.getTransaction().rollback();
        assertThat(read(1)).isEqualTo("Company Acme Artisan Ann");
    }

    @Test
    @DisplayName("R4: a reference to an interface loads while nobody manages the instance")
    void free() {
        Article article = read(em -> em.find(Article.class, 2L));
        Article none = read(em -> em.find(Article.class, 3L));
        assertThat(describe(article)).isEqualTo("Artisan Ann Company Acme");
        assertThat(describe(none)).isEqualTo("- -");
        Artisan artisan = read(em -> em.find(Artisan.class, 2L));
        assertThat(artisan).isSameAs(article.getMaker());
    }
}
