package dev.keiyaku.standalone;

import dev.keiyaku.standalone.authorization.Machine;
import dev.keiyaku.standalone.launch.Addresses;
import dev.keiyaku.standalone.launch.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a person needs to know once everything runs. */
final class Greeting {

  private Greeting() {}

  static List<String> lines(Settings settings, Addresses at) {
    Path secrets = settings.home().secrets();
    String clients = Machine.ALL.stream().map(Machine::id).collect(Collectors.joining(", "));
    String terms = at.gateway() + "/v1/terms/mysecure/versions";
    return List.of(
        "",
        "Keiyaku runs, on this machine only. Ctrl-C stops it.",
        "",
        "  gateway               " + at.gateway() + "   (the API as a page: /docs/)",
        "  authorization server  " + at.authorization(),
        "  clients               " + clients,
        "  their secrets         " + at.clients() + " (only you can read it)",
        "  people who sign in    " + secrets.resolve("people.properties"),
        "  data and logs         " + settings.home().folder(),
        "",
        "For demonstration, late entries may lie far back: the backdating bound is "
            + settings.backdating().toDays()
            + " days",
        "(KEIYAKU_BACKDATING_LIMIT), where subscription-service alone allows 62.",
        "",
        "Ask something:",
        "  curl -H \"Authorization: Bearer $(infra/token auditor)\" " + terms,
        "");
  }
}
