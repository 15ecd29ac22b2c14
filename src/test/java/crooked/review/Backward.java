package crooked.review;

import crooked.review.web.QueueController;

/** Breaks: nothing inside knows the pages. */
final class Backward {

    final Class<?> page = QueueController.class;

    QueueController page() {
        return new QueueController(1);
    }
}
