package io.github.selfsame.eclipselink.partitions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.annotations.HashPartitioning;
import org.eclipse.persistence.annotations.Partitioned;

/** The key says in which of two databases a jar is, with its labels. */
@Entity
@HashPartitioning(
        name = Jar.BY_JAR,
        partitionColumn = @Column(name = "JAR_ID"),
        connectionPools = {"default", "second"})
@Partitioned(Jar.BY_JAR)
public class Jar {

    static final String BY_JAR = "by-jar";

    @Id
    @Column(name = "JAR_ID")
    private long id;

    private String name;

    @OneToMany(mappedBy = "jar")
    @OrderBy("id")
    private List<Label> labels = new ArrayList<>();

    protected Jar() {}

    public Jar(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Label> getLabels() {
        return labels;
    }
}
