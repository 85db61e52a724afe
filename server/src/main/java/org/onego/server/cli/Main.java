package org.onego.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./onego check | merge | …`: the commands that answer and end. They start without Spring, stores
/// or ports.
@Command(
        name = "./onego",
        subcommands = {
            CheckCommand.class,
            MergeCommand.class,
            SuggestCommand.class,
            SoundCommand.class,
            IntersectCommand.class
        },
        mixinStandardHelpOptions = true,
        description =
                "One thing done in one go: compose government items into one bundled service.")
public final class Main {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
