package org.onego.server.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.suggest.Suggest;
import org.onego.bundle.suggest.Suggestions;
import org.onego.bundle.suggest.SuggestionsJson;
import org.onego.bundle.suggest.SuggestionsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./onego suggest PACKAGE`: what its items' forms may have in common. Ends with 1 when the
/// package can't be read.
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description = "Suggest which fields of a package's items may be one question.")
final class SuggestCommand implements Callable<Integer> {

    @Mixin private PackageFolder folder = new PackageFolder();

    @Mixin private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var locale = output.locale();
        Optional<PublishedBundle> bundle = folder.open();
        if (bundle.isEmpty()) {
            return Main.FINDINGS;
        }
        Suggestions suggestions = Suggest.of(bundle.get().compiled());
        if (output.json()) {
            output.print(SuggestionsJson.of(suggestions));
        } else {
            output.print(SuggestionsText.of(suggestions, locale));
        }
        return 0;
    }
}
