package org.onego.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a call of the command line came to.
record Called(int code, String out, String err) {

    static final Path ROOT = Path.of(System.getProperty("onego.root", ".."));

    static Called with(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Main.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new Called(code, out.toString(), err.toString());
    }

    static String packaged(String id) {
        return ROOT.resolve("packages").resolve(id).toString();
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
