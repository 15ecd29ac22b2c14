package crooked.emotion;

import crooked.training.Network;
import jakarta.persistence.Entity;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Breaks: plain modules know neither Spring nor a database, no circles, entities without setters. */
@Component
@Entity
public class Mood {

    private String name = "";

    void setName(String name) {
        this.name = name;
    }

    String store() throws SQLException {
        try (Connection nowhere = Network.save(name)) {
            return nowhere.getSchema();
        }
    }
}
