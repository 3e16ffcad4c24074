package io.github.selfsame.eclipselink.otherkeys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Is referred to by its code, which is not its key, and may change. */
@Entity
public class Branch {

    @Id
    private long id;

    @Version
    private long version;

    private String code;

    @OneToMany(mappedBy = "branch")
    private List<Clerk> clerks = new ArrayList<>();

    public Branch() {}

    public Branch(long id, String code) {
        this.id = id;
        this.code = code;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public List<Clerk> getClerks() {
        return clerks;
    }
}
