package crooked.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import crooked.emotion.Mood;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Breaks: training knows neither web nor database, no circles. */
public final class Network {

    private final Mood mood = new Mood();

    /** Gives a tensor away. */
    public static NDArray embed() {
        return new NDList().head();
    }

    /** Opens a database. */
    public static Connection save(String name) throws SQLException {
        return DriverManager.getConnection(name);
    }

    Mood answer() {
        if (mood.hashCode() == 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return mood;
    }
}
