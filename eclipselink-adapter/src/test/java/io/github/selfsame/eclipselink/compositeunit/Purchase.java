package io.github.selfsame.eclipselink.compositeunit;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

/** In another database than its customer. */
@Entity
public class Purchase {

    @Id
    private long id;

    private int total;

    @ManyToOne(fetch = FetchType.LAZY)
    private Customer customer;

    @ManyToMany
    @OrderBy("id")
    private List<Article> articles = new ArrayList<>();

    protected Purchase() {}

    public Purchase(long id, Customer customer, Article... articles) {
        this.id = id;
        this.customer = customer;
        this.articles.addAll(List.of(articles));
    }

    public long getId() {
        return id;
    }

    public int getTotal() {
        return total;
    }

    public void setTotal(int total) {
        this.total = total;
    }

    public Customer getCustomer() {
        return customer;
    }

    public List<Article> getArticles() {
        return articles;
    }
}
