package io.github.selfsame.eclipselink.model;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import java.sql.Timestamp;
import java.util.UUID;

/** Has an assigned UUID, a lazy attribute, and mutable values. */
@Entity
public class Token {

    @Id
    @Column(columnDefinition = "UUID")
    private UUID id;

    private String name;

    @Basic(fetch = FetchType.LAZY)
    private String secret;

    private byte[] bytes;

    private Timestamp expires;

    protected Token() {}

    public Token(UUID id) {
        this.id = id;
    }

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public byte[] getBytes() {
        return bytes;
    }

    public void setBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public Timestamp getExpires() {
        return expires;
    }

    public void setExpires(Timestamp expires) {
        this.expires = expires;
    }
}
