package crooked.review.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RestController;

/** Breaks: controllers are package-private, no field injection, no single values. */
@RestController
public class QueueController {

    @Autowired
    private String queue = "";

    @Value("${size}")
    private int size;

    /** Takes a single value. */
    public QueueController(@Value("${start}") int start) {
        this.size = start;
    }

    @Override
    public String toString() {
        return queue + size;
    }
}
