package dev.undertone.system.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source on which one connection at a time writes; any number read meanwhile. The turn is taken with the first
 * write or lock of a row and kept until the connection is closed, not only until its commit: what a pool does with a
 * connection that comes back to it makes H2 save once more.
 *
 * <p>H2 needs it to keep a transaction whole when the process is killed. It saves its tables one after the other, with
 * nothing to keep other transactions from changing those that are still to come: the file can then hold half of a
 * transaction without the log to undo it by, until the next save mends it. Its makers know (h2database issue 2080,
 * 2019) and name a lock around all writers as one way out.
 */
final class SingleWriter extends DelegatingDataSource {

    private static final Set<String> WRITES =
            Set.of("execute", "executeUpdate", "executeBatch", "executeLargeUpdate", "executeLargeBatch");

    private final Turns turns;

    /**
     * Guards the connections that are had from this data source.
     *
     * @param patience how long a write waits for its turn before it fails as one that waited for a lock too long
     */
    SingleWriter(DataSource target, Duration patience) {
        super(target);
        this.turns = new Turns(patience);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return guarded(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return guarded(super.getConnection(username, password));
    }

    /** How many threads wait for their turn; as of a moment ago. */
    int waiting() {
        return turns.waiting();
    }

    private Connection guarded(Connection connection) {
        Turns.Turn turn = turns.next();
        return proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "rollback" -> {
                if (arguments == null && !turn.isTaken()) {
                    endReading(connection);
                    yield null;
                }
                yield call(method, connection, arguments);
            }
            case "close" -> {
                giveBack(connection, turn);
                yield null;
            }
            default -> {
                Object answer = call(method, connection, arguments);
                yield answer instanceof Statement statement
                        ? guarded(turn, statement, method, firstText(arguments))
                        : answer;
            }
        });
    }

    /** Where nothing was written H2 saves nothing on a commit; on a rollback it does, be it in another one's turn. */
    private static void endReading(Connection connection) throws SQLException {
        connection.commit();
    }

    private static void giveBack(Connection connection, Turns.Turn turn) throws SQLException {
        try (connection) {
            // A pool rolls back what was left open.
            if (!turn.isTaken() && !connection.isClosed() && !connection.getAutoCommit()) {
                endReading(connection);
            }
        } finally {
            turn.end();
        }
    }

    private static Statement guarded(Turns.Turn turn, Statement statement, Method maker, String prepared) {
        return proxy(maker.getReturnType().asSubclass(Statement.class), (self, method, arguments) -> {
            if (writes(method, prepared + firstText(arguments))) {
                turn.begin();
            }
            return call(method, statement, arguments);
        });
    }

    private static boolean writes(Method method, String sql) {
        return WRITES.contains(method.getName())
                || (method.getName().equals("executeQuery")
                        && sql.toLowerCase(Locale.ROOT).contains("for update"));
    }

    private static String firstText(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
    }

    private static @Nullable Object call(Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SingleWriter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
