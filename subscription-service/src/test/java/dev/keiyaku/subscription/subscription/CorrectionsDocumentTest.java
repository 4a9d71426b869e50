package dev.keiyaku.subscription.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.EventNames;
import dev.keiyaku.contract.subscription.EntryCorrected.Kind;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.http.AccessTable;
import dev.keiyaku.http.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorrectionsDocumentTest {

  @Test
  void theTableThatPeopleReadIsTheOneThatDecides() throws IOException {
    var documented =
        rows().stream().collect(Collectors.toMap(List::getFirst, CorrectionsDocumentTest::kinds));

    Map<String, Set<Kind>> decided =
        Arrays.stream(SubscriptionEvent.class.getPermittedSubclasses())
            .collect(
                Collectors.toMap(event -> EventNames.nameOf(event).name(), CorrectionTable::kinds));
    assertThat(documented).isEqualTo(decided);
  }

  @Test
  void whoMayCorrectIsWhoTheAccessTableLetsIn() throws IOException {
    var path = "/v1/subscriptions/{id}/corrections";
    var roles =
        AccessTable.load().rows().stream()
            .filter(row -> row.path().getPatternString().equals(path))
            .flatMap(row -> row.roles().stream())
            .map(Role::claim)
            .collect(Collectors.joining(", "));

    assertThat(rows()).extracting(row -> row.get(1)).containsOnly(roles);
  }

  private static Set<Kind> kinds(List<String> row) {
    var kinds = EnumSet.noneOf(Kind.class);
    if (!row.get(2).equals("-")) {
      kinds.add(Kind.VOID);
    }
    if (!row.get(3).equals("-")) {
      kinds.add(Kind.RETIME);
    }
    return kinds;
  }

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(Path.of("../docs/corrections.md")).stream()
        .filter(line -> line.startsWith("| subscription."))
        .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }
}
