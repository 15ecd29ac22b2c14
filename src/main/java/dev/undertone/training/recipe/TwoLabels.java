package dev.undertone.training.recipe;

/** What is done with a training text that carries two labels or more. */
public enum TwoLabels {
    /** Each of its rows teaches its own label, as published. */
    KEEP,
    /** Each of its rows teaches all of its labels, by the share of rows that carry them. */
    SOFT,
    /** None of its rows is trained on. */
    DROP
}
