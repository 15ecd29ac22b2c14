package dev.undertone.classification.explanation;

/**
 * How far the winner's probability falls without one word.
 *
 * @param word index of the word in the text
 * @param fall -1 to 1, negative if the probability rises
 */
record WordFall(int word, double fall) {}
