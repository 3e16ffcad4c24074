package io.github.selfsame.sample.api;

import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.sample.model.Dog;
import io.github.selfsame.sample.service.DogEditor;
import io.github.selfsame.sample.service.DogOnDisplay;
import io.github.selfsame.sample.service.Dogs;
import io.github.selfsame.sample.service.UnmappedDogs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One dog, to look at and to rename. */
@Path("dogs/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DogResource {

    private static final int LONGEST_NAME = 60;

    @Inject
    private Dogs dogs;

    @Inject
    private UnmappedDogs unmappedDogs;

    @Inject
    private DogEditor editor;

    @Inject
    private DogOnDisplay display;

    /**
     * Looks at a dog.
     *
     * @param id its id
     * @return its name
     */
    @GET
    public Name get(@PathParam("id") long id) {
        return new Name(dogs.find(id).orElseThrow(() -> noDog(id)).getName());
    }

    /**
     * Loads a dog, within the map and past it, lets another bean rename it in a transaction of its own, and looks again
     * at the two objects that were loaded before.
     *
     * @param id its id
     * @param name its new name
     * @return what is seen on the two objects
     */
    @PUT
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @UseIdentityMap
    public Renamed rename(@PathParam("id") long id, @FormParam("name") @DefaultValue("") String name) {
        String newName = checked(name);
        if (!display.show(id)) {
            throw noDog(id);
        }
        Dog loadedPastTheMap = unmappedDogs.find(id).orElseThrow();
        String before = display.dog().getName();

        Dog edited = editor.rename(id, newName);

        return new Renamed(id, before, newName, Seen.on(display.dog(), edited), Seen.on(loadedPastTheMap, edited));
    }

    private static String checked(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST_NAME) {
            throw new BadRequestException("A name has 1 to " + LONGEST_NAME + " characters");
        }
        return trimmed;
    }

    private static NotFoundException noDog(long id) {
        return new NotFoundException("There is no dog " + id);
    }

    /**
     * The name of a dog.
     *
     * @param name the name
     */
    public record Name(String name) {}

    /**
     * What renaming a dog did to objects that were loaded before.
     *
     * @param id the dog
     * @param before its name when it was loaded
     * @param saved its name in the database now
     * @param identityMap what is seen on the object that was loaded within the identity map
     * @param plain what is seen on the object that was loaded past it
     */
    public record Renamed(long id, String before, String saved, Seen identityMap, Seen plain) {}

    /**
     * What is seen on an object that was loaded before the dog was renamed.
     *
     * @param name its name now
     * @param sameObject whether it is the very object that the other bean renamed
     */
    public record Seen(String name, boolean sameObject) {

        static Seen on(Dog loadedBefore, Dog edited) {
            return new Seen(loadedBefore.getName(), loadedBefore == edited);
        }
    }
}
