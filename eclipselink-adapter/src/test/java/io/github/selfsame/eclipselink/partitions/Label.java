package io.github.selfsame.eclipselink.partitions;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.eclipse.persistence.annotations.Partitioned;

/** In the database of its jar. */
@Entity
@Partitioned(Jar.BY_JAR)
public class Label {

    @Id
    @Column(name = "LABEL_ID")
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "JAR_ID", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    private Jar jar;

    protected Label() {}

    public Label(long id, Jar jar) {
        this.id = id;
        this.jar = jar;
    }

    public long getId() {
        return id;
    }

    public Jar getJar() {
        return jar;
    }
}
