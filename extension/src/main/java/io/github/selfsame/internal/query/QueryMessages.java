package io.github.selfsame.internal.query;

import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages about queries, ids 450 to 499. */
@MessageBundle(projectCode = "SELFSAME")
interface QueryMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    QueryMessages MESSAGES = QueryMessages_$bundle.INSTANCE;

    @Message(id = 450, value = "Exactly one %s was to be found, but there is none (found: 0). Looked up by %s")
    NoResultException none(String type, String parameters);

    @Message(
            id = 451,
            value = "Exactly one %s was to be found, but there are several (found: %d or more). Looked up by %s")
    NonUniqueResultException several(String type, int found, String parameters);

    @Message(
            id = 452,
            value =
                    "ExactlyOne.get can't look up %s by the attribute '%s': %s has no attribute '%s'. Did you mean '%s'?"
                            + " It has: %s")
    IllegalArgumentException noSuchAttribute(
            String type, String path, String owner, String attribute, String nearest, String existing);

    @Message(
            id = 453,
            value = "ExactlyOne.get can't look up %s by the attribute '%s': '%s' of %s %s. Look it up by a query")
    IllegalArgumentException wrongKindOfAttribute(
            String type, String path, String attribute, String owner, String whatItIs);

    @Message(id = 454, value = "ExactlyOne.get can't look up %s by no attributes at all. Give one or more")
    IllegalArgumentException noAttributes(String type);

    @Message(
            id = 455,
            value = "ExactlyOne.get can't look up %s by the attribute '%s': it is a %s, and the value is a %s")
    IllegalArgumentException wrongType(String type, String path, String expected, String actual);

    @Message(
            id = 456,
            value =
                    "EntityFinder was given null as an id of %s, at position %d of the ids. Leave it out, or give the id of an"
                            + " entity. Nothing was read")
    IllegalArgumentException nullAsId(String type, int position);

    @Message(id = 457, value = "All of %d ids were to lead to entities of %s, but %d of them do not exist: %s")
    EntityNotFoundException notAllThere(int ids, String type, int missing, String missingIds);
}
