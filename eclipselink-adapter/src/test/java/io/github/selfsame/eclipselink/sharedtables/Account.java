package io.github.selfsame.eclipselink.sharedtables;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
public class Account {

    @Id
    private long id;

    @Version
    private long version;

    private String name;

    @ManyToMany
    @JoinTable(
            name = "ACCOUNT_ROLE",
            joinColumns = @JoinColumn(name = "ACCOUNT_ID"),
            inverseJoinColumns = @JoinColumn(name = "ROLE_ID"))
    private List<Role> roles = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "ACCOUNT_LABEL", joinColumns = @JoinColumn(name = "ACCOUNT_ID"))
    @Column(name = "LABEL")
    private Set<String> labels = new HashSet<>();

    public Account() {}

    public Account(long id) {
        this.id = id;
        this.name = "account " + id;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Role> getRoles() {
        return roles;
    }

    public Set<String> getLabels() {
        return labels;
    }
}
