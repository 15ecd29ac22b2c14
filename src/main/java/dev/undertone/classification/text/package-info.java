/** What a text says under its characters: cleaning, words, language and notices; internal to classification. */
@NullMarked
package dev.undertone.classification.text;

import org.jspecify.annotations.NullMarked;
