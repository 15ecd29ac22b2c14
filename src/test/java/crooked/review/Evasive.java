package crooked.review;

/** Breaks: names say what a thing is. */
final class Evasive {

    static final class ReviewImpl {}

    static final class ReviewManager {}

    static final class ReviewUtil {}

    static final class ReviewUtils {}

    static final class ReviewHelper {}
}
