package io.github.selfsame.eclipselink.randommodels;

import io.github.selfsame.eclipselink.randommodels.Attributes.Attribute;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A program that walks along associations, changes what it finds, and goes on; the same for the same random numbers. */
record RandomChanges(RandomModel model, Attributes attributes, Random random, EntityManager em, List<String> seen) {

    void run() {
        List<Hub> hubs =
                em.createQuery("select h from Hub h order by h.id", Hub.class).getResultList();
        List<Spoke> spokes = em.createQuery("select s from Spoke s order by s.id", Spoke.class)
                .getResultList();
        try {
            for (int steps = 4 + random.nextInt(8); steps > 0; steps--) {
                step(random.nextInt(13), any(hubs), any(hubs), any(spokes), hubs);
            }
            em.flush();
            seen.addAll(RandomRows.in(em));
        } catch (RuntimeException e) {
            seen.add(e.getClass().getName());
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void step(int step, Hub hub, Hub other, Spoke spoke, List<Hub> hubs) {
        seen.add(step + " " + hub.key() + " " + other.key() + " " + spoke.key());
        switch (step) {
            case 0, 1, 2, 3 -> walk(List.of(hub, other));
            case 4 -> walk(hubs);
            case 5 -> move(hub, other, spoke);
            case 6 -> em.remove(random.nextBoolean() ? hub : spoke);
            case 7 -> add(hub);
            case 8 -> em.flush();
            case 9 -> bulk(spoke);
            case 10 -> {
                hub.getTags().add("added");
                other.getTags().clear();
            }
            case 11 -> em.refresh(hub);
            default -> {
                hub.setFavorite(spoke);
                hub.setName("renamed");
            }
        }
    }

    private void walk(List<Hub> from) {
        List<Attribute> path = attributes.path(Hub.class, random);
        seen.addAll(Attributes.walk(from, List.of(path)));
    }

    private void move(Hub from, Hub to, Spoke spoke) {
        if (random.nextBoolean()) {
            from.getSpokes().remove(spoke);
        }
        if (model.hasHub()) {
            spoke.setHub(to);
        }
        if (model.spokes() == RandomModel.Spokes.MANY_TO_MANY || random.nextBoolean()) {
            to.getSpokes().add(spoke);
        }
    }

    private void add(Hub hub) {
        Spoke added = new RandomRows(model, random).spoke(100 + random.nextInt(100));
        em.persist(added);
        if (model.hasHub()) {
            added.setHub(hub);
        }
        hub.getSpokes().add(added);
    }

    private void bulk(Spoke spoke) {
        List<String> statements = new ArrayList<>(List.of("update Hub h set h.name = 'bulk' where h.id = 2"));
        if (model.hasHub()) {
            statements.add("update Spoke s set s.hub = null where s.id = " + spoke.key());
        }
        if (model.hasParent()) {
            statements.add("update Spoke s set s.parent = null where s.id = " + spoke.key());
        }
        seen.add(String.valueOf(em.createQuery(any(statements)).executeUpdate()));
    }
}
