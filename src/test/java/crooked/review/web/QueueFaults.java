package crooked.review.web;

import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Breaks: controllers and their advice are package-private. */
@RestControllerAdvice
public class QueueFaults {}
