package dev.keiyaku.subscription.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.EventNames;
import dev.keiyaku.contract.subscription.EntryCorrected.Kind;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/corrections.md} says what the table does. */
class CorrectionsAreListedTest {

  @Test
  void everyEventIsListedWithWhatMayBeDone() throws IOException {
    var listed =
        Files.readAllLines(Path.of("../docs/corrections.md")).stream()
            .filter(line -> line.startsWith("| `subscription."))
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
            .toList();
    assertThat(listed).hasSize(SubscriptionEvent.class.getPermittedSubclasses().length);
    for (var event : SubscriptionEvent.class.getPermittedSubclasses()) {
      var name = "`" + EventNames.nameOf(event).name() + "`";
      var row =
          listed.stream().filter(cells -> cells.get(1).equals(name)).findFirst().orElseThrow();
      assertThat(kinds(row))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(CorrectionTable.kinds(event));
    }
  }

  private static List<Kind> kinds(List<String> row) {
    return Arrays.stream(Kind.values())
        .filter(kind -> row.get(kind == Kind.VOID ? 2 : 3).startsWith("yes"))
        .toList();
  }
}
