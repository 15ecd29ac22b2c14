package crooked.review;

import crooked.emotion.Mood;
import org.springframework.data.repository.Repository;

/** Breaks: repositories are package-private. */
public interface Reviews extends Repository<Mood, String> {}
