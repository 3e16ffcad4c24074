package io.github.selfsame.benchmarks.kennel;

/** How many there are of each. Every dog has {@value #TOYS_PER_DOG} toys. */
public enum Scale {
    DOGS_1000(1_000, 200, 50, 20),
    DOGS_20000(20_000, 2_000, 500, 100);

    static final int TOYS_PER_DOG = 5;

    final int dogs;
    final int toys;
    final int owners;
    final int makers;

    Scale(int dogs, int toys, int owners, int makers) {
        this.dogs = dogs;
        this.toys = toys;
        this.owners = owners;
        this.makers = makers;
    }
}
