package crooked;

/** Breaks: the root holds only the entry point. */
final class Stray {}
