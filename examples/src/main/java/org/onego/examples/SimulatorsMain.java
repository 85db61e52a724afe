package org.onego.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Clock;
import java.util.List;

/// Starts the simulators and runs until it is stopped. Exit code 2 says that the command line or
/// its surroundings are wrong.
public final class SimulatorsMain {

    private SimulatorsMain() {}

    public static void main(String[] arguments) {
        switch (CommandLine.parse(List.of(arguments))) {
            case CommandLine.Help() -> System.out.print(CommandLine.USAGE);
            case CommandLine.Mistake(String message) -> fail(message);
            case CommandLine.Run(Options options) -> run(options);
        }
    }

    private static void run(Options options) {
        long began = System.nanoTime();
        try {
            Simulators simulators = Simulators.start(options, Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(simulators)));
            simulators.warnings().forEach(warning -> System.out.println("Left out: " + warning));
            String here = "http://localhost:" + simulators.port();
            System.out.printf(
                    "Simulators are ready at %s/ (host app %s/host/), for the product at %s. Started in %d ms.%n",
                    here, here, options.onego(), (System.nanoTime() - began) / 1_000_000);
        } catch (BindException _) {
            fail(
                    "port "
                            + options.port()
                            + " is in use. Stop the other program or choose another one with --port.");
        } catch (IOException e) {
            fail("it could not start: " + e.getMessage());
        }
    }

    private static void close(Simulators simulators) {
        try {
            simulators.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fail(String message) {
        System.err.println("simulators: " + message);
        System.exit(2);
    }
}
