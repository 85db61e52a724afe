package org.onego.adapters.flowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where processes are kept.
///
/// @param url of JDBC
/// @param user null when the URL says it
/// @param connections in the pool; one thread may need two at a time
public record ProcessDatabase(
        String url, @Nullable String user, @Nullable String password, int connections) {

    private static final int CONNECTIONS = 32;

    /// H2 in a file: for one machine with nothing installed. With a write delay of 0, a commit is
    /// in the file before it is acknowledged, and survives `kill -9`.
    public static ProcessDatabase inFolder(Path folder) {
        return new ProcessDatabase(
                "jdbc:h2:file:"
                        + folder.toAbsolutePath().resolve("processes")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "sa",
                "",
                CONNECTIONS);
    }

    public static ProcessDatabase at(String url, @Nullable String user, @Nullable String password) {
        return new ProcessDatabase(url, user, password, CONNECTIONS);
    }

    HikariDataSource open() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("processes");
        config.setJdbcUrl(url);
        if (user != null) {
            config.setUsername(user);
        }
        if (password != null) {
            config.setPassword(password);
        }
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    /// Without the password, and the URL may hold one.
    @Override
    public String toString() {
        return "ProcessDatabase " + url.replaceAll("[?;].*", "");
    }
}
