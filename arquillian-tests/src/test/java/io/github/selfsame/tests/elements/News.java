package io.github.selfsame.tests.elements;

/** What is observed. */
public record News(String text) {}
