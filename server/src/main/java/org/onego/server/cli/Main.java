package org.onego.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `./onego check | merge | …`: the commands that answer and end. They start without Spring, stores
/// or ports.
///
/// Each ends with 0 when all is well, 1 when it found something wrong, 2 when it was called wrongly
/// (then it says how to call it), and 3 when it failed itself.
@Command(
        name = "./onego",
        subcommands = {
            CheckCommand.class,
            MergeCommand.class,
            PrefillCommand.class,
            SuggestCommand.class,
            ProjectCommand.class,
            ValidateCommand.class,
            SoundCommand.class,
            IntersectCommand.class
        },
        mixinStandardHelpOptions = true,
        description =
                "One thing done in one go: compose government items into one bundled service.")
public final class Main {

    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int FAILED = 3;

    public static void main(String[] arguments) {
        CommandLine line = commandLine();
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(line.execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::calledWrongly)
                .setExecutionExceptionHandler(Main::failed);
    }

    private static int calledWrongly(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        err.print(command.getHelp().synopsisHeading() + command.getHelp().synopsis(0));
        err.println("'%s --help' says more.".formatted(command.getCommandSpec().qualifiedName()));
        err.flush();
        return USAGE;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr()
                .println(
                        "'%s' failed: %s. This is a mistake in the program, not in what you gave it."
                                .formatted(command.getCommandSpec().qualifiedName(), failure));
        command.getErr().flush();
        return FAILED;
    }
}
