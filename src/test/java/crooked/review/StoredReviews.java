package crooked.review;

import org.springframework.stereotype.Repository;

/** Breaks: repositories are package-private. */
@Repository
public class StoredReviews {}
