/** How good a checkpoint is: figures from its predictions, as JSON, as a table, as a page and as a model card. */
@NamedInterface("evaluation")
@NullMarked
package dev.undertone.training.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
