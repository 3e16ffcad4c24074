package io.github.selfsame.eclipselink.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.Objects;

/** Has a key of which a part is the key of another entity. */
@Entity
@IdClass(Step.Key.class)
public class Step {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    private Kind kind;

    @Id
    private int number;

    private String text;

    protected Step() {}

    public Step(Kind kind, int number, String text) {
        this.kind = kind;
        this.number = number;
        this.text = text;
    }

    public Kind getKind() {
        return kind;
    }

    public int getNumber() {
        return number;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** The key of a step. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String kind;

        private int number;

        public Key() {}

        public Key(String kind, int number) {
            this.kind = kind;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.number == number && Objects.equals(key.kind, kind);
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, number);
        }
    }
}
