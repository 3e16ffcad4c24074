package io.github.selfsame.tests.support;

import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the server under test needs in an application, as the build's profile says. */
final class Server {

    private Server() {}

    static String dataSource() {
        return systemProperty("server.data-source");
    }

    /** What a persistence unit has to set on this server. */
    static Map<String, String> unitProperties() {
        Map<String, String> properties = new TreeMap<>();
        for (String property : systemProperty("server.unit-properties").split(";", -1)) {
            if (!property.isBlank()) {
                String[] keyAndValue = property.split("=", 2);
                properties.put(keyAndValue[0].strip(), keyAndValue[1].strip());
            }
        }
        return properties;
    }

    /** The files of its own that belong into an application. */
    static Stream<File> descriptors() {
        return filesIn("server.descriptors");
    }

    /** The libraries of an application: ours, those of the tests, and what the server lacks. */
    static Stream<File> warLibraries() {
        return filesIn("war.libraries.directory");
    }

    private static Stream<File> filesIn(String directory) {
        File[] files = new File(systemProperty(directory)).listFiles();
        return files == null ? Stream.empty() : Stream.of(files);
    }

    /** A system property that the build sets; some test runners drop those that are empty. */
    private static String systemProperty(String key) {
        return System.getProperty(key, "");
    }
}
