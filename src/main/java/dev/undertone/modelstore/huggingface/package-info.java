/** How Hugging Face's library names and describes a DistilBERT, its labels and its tokenizer. */
@NullMarked
package dev.undertone.modelstore.huggingface;

import org.jspecify.annotations.NullMarked;
