package dev.undertone.administration.web.models;

import dev.undertone.administration.Checkpoints;
import dev.undertone.administration.cards.CheckpointCard;
import dev.undertone.modelstore.CheckpointId;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** The cards of the checkpoints, by the names that stand in addresses. */
@Component
class ModelCards {

    private final Checkpoints checkpoints;
    private final MessageSource messages;

    ModelCards(Checkpoints checkpoints, MessageSource messages) {
        this.checkpoints = checkpoints;
        this.messages = messages;
    }

    /** All of them, the one that answers first. */
    List<CardView> all() {
        return checkpoints.list().stream()
                .map(CheckpointCard::of)
                .map(this::view)
                .sorted(java.util.Comparator.comparing(
                        (CardView card) -> !card.card().active()))
                .toList();
    }

    CardView named(String name) {
        return checkpoints
                .find(known(name))
                .map(CheckpointCard::of)
                .map(this::view)
                .orElseThrow(ModelCards::missing);
    }

    /** What cannot be the name of a checkpoint is the name of none. */
    CheckpointId known(String name) {
        if (!CheckpointId.isValid(name)) {
            throw missing();
        }
        return new CheckpointId(name);
    }

    private CardView view(CheckpointCard card) {
        return CardView.of(card, key -> messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    private static ErrorResponseException missing() {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such checkpoint."),
                null);
    }
}
