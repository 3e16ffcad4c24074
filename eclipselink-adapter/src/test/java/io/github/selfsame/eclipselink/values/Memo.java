package io.github.selfsame.eclipselink.values;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;

/** Has values that can be changed in place, without telling the instance. */
@SuppressWarnings({"deprecation", "JavaUtilDate"}) // required before Jakarta Persistence 3.2
@Entity
public class Memo {

    @Id
    private long id;

    @Version
    private long version;

    private String title;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "WRITTEN_AT")
    private Date written = new Date(1000);

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "DUE_AT")
    private Calendar due = new GregorianCalendar(2026, Calendar.MAY, 1);

    private byte[] digest = {1, 2, 3};

    private byte[] scan = new byte[500];

    private char[] code = {'a', 'b'};

    @Convert(converter = WordsConverter.class)
    private List<String> words = new ArrayList<>(List.of("first", "second"));

    @Embedded
    private Period period = new Period();

    public Memo() {}

    public Memo(long id) {
        this.id = id;
        this.title = "memo " + id;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public Date getWritten() {
        return written;
    }

    public Calendar getDue() {
        return due;
    }

    public byte[] getDigest() {
        return digest;
    }

    public byte[] getScan() {
        return scan;
    }

    public char[] getCode() {
        return code;
    }

    public List<String> getWords() {
        return words;
    }

    public Period getPeriod() {
        return period;
    }
}
