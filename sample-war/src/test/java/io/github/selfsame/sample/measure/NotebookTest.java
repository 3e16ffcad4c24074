package io.github.selfsame.sample.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The notebook")
class NotebookTest {

    private final Notebook notebook = new Notebook();

    /** All are equal, so that only {@code ==} can tell them apart. */
    private record Row(long id) {}

    @Test
    @DisplayName("counts instances by ==, not by equals")
    void countsByIdentity() {
        Row row = new Row(1);
        notebook.write(row, "Bella");
        notebook.write(row, "Bella");
        notebook.reach(row);
        notebook.reach(new Row(1));
        assertThat(notebook.distinctInstances()).isEqualTo(2);
    }

    @Test
    @DisplayName("has equal checksums for equal names, whatever the instances")
    void checksumOfNames() {
        Notebook other = new Notebook();
        notebook.write(new Row(1), "Bella");
        notebook.write(new Row(2), "Max");
        other.write(new Row(1), "Bella");
        other.write(new Row(2), "Max");
        other.reach(new Row(3));
        assertThat(notebook.checksum()).isEqualTo(other.checksum()).hasSize(8);
    }

    @Test
    @DisplayName("has different checksums for different names or another order")
    void checksumTellsApart() {
        Notebook other = new Notebook();
        notebook.write(new Row(1), "Bella");
        notebook.write(new Row(2), "Max");
        other.write(new Row(2), "Max");
        other.write(new Row(1), "Bella");
        assertThat(notebook.checksum()).isNotEqualTo(other.checksum());
    }
}
