package dev.undertone.classification.web.batch;

import dev.undertone.classification.Classification;

/**
 * One scored row.
 *
 * @param line the line of the file on which it starts
 * @param text the text as it came
 * @param classification what the model read in it
 */
record BatchRow(long line, String text, Classification classification) {}
