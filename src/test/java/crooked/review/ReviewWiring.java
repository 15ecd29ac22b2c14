package crooked.review;

import org.springframework.context.annotation.Configuration;

/** Breaks: wiring is package-private. */
@Configuration
public class ReviewWiring {}
