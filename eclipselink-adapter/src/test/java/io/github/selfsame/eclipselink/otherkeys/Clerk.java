package io.github.selfsame.eclipselink.otherkeys;

import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

@Entity
public class Clerk {

    @Id
    private long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(
            name = "BRANCH_CODE",
            referencedColumnName = "CODE",
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    private Branch branch;

    public Clerk() {}

    public Clerk(long id, Branch branch) {
        this.id = id;
        this.branch = branch;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public Branch getBranch() {
        return branch;
    }
}
