/** Reads BERT-base out of the archive of a TensorFlow SavedModel, under the names of a DistilBERT. */
@NullMarked
package dev.undertone.modelstore.bertbase;

import org.jspecify.annotations.NullMarked;
