package dev.undertone.database;

/** A bean of a test configuration that has to put something back after all tables have been emptied. */
public interface Reset {

    /** Called before each test. */
    void afterEmptying();
}
