package dev.keiyaku.standalone.openapi;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Sees every exchange of a story, and keeps what the API document does not describe. */
public final class Witness implements Consumer<HttpResponse<byte[]>> {

  private final OpenApiContract contract = OpenApiContract.checkedIn();
  private final List<String> differences = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void accept(HttpResponse<byte[]> answer) {
    var exchange = Exchange.of(answer);
    contract.differences(exchange).forEach(found -> differences.add(exchange + ": " + found));
  }

  /** In what the exchanges differed from the document; empty when in nothing. */
  public List<String> differences() {
    return List.copyOf(differences);
  }
}
