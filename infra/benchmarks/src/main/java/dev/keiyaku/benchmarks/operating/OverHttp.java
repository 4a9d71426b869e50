package dev.keiyaku.benchmarks.operating;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Measure;
import dev.keiyaku.benchmarks.report.Bound;
import dev.keiyaku.benchmarks.report.Result;
import dev.keiyaku.benchmarks.report.Round;
import dev.keiyaku.benchmarks.report.Rounds;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands with a real token over 64 connections: to the service itself, and through the door. */
public final class OverHttp implements Measure {

  private static final int CONNECTIONS = 64;

  private record Way(String name, URI to, Posts posts, Bound bound) {}

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String what() {
    return "apply and suspend over HTTP, against a bare WebFlux that answers 201";
  }

  @Override
  public List<Result> run(Bay bay) throws Exception {
    int port = FreePort.next();
    URI bare = URI.create("http://127.0.0.1:" + port);
    try (Jvm limit = bare(bay, port);
        Product product = Product.start(bay)) {
      limit.expectAlive(bay.folder().resolve("bare.log"));
      var wrk = new Wrk(bay.folder());
      List<Way> ways = ways(product, Known.prepare(bay, product, Clients.of(product)));
      for (Way way : ways) {
        wrk.post(
            way.to(),
            way.posts(),
            way.name().replace(' ', '-') + "-warm",
            CONNECTIONS,
            bay.pace().warmUp());
      }
      wrk.post(bare, ways.getFirst().posts(), "warm", CONNECTIONS, bay.pace().warmUp());
      return compete(bay, wrk, bare, ways);
    }
  }

  private static Jvm bare(Bay bay, int port) throws IOException {
    var what =
        List.of("-cp", System.getProperty("java.class.path"), Bare.class.getName(), "" + port);
    return Jvm.start(what, Map.of(), bay.folder().resolve("bare.log"));
  }

  private static List<Way> ways(Product product, Known known) {
    URI service = product.address("subscription-service");
    URI gateway = product.address("api-gateway");
    return List.of(
        new Way("apply", service, known.applications(), Bound.atLeast(0.25)),
        new Way("suspend", service, known.suspensions(), Bound.atLeast(0.25)),
        new Way("apply through the gateway", gateway, known.applications(), Bound.atLeast(0.12)),
        new Way("suspend through the gateway", gateway, known.suspensions(), Bound.atLeast(0.12)));
  }

  private static List<Result> compete(Bay bay, Wrk wrk, URI bare, List<Way> ways)
      throws IOException {
    Map<Way, List<Round>> rounds = new LinkedHashMap<>();
    for (int number = 1; number <= bay.pace().rounds(); number++) {
      var time = bay.pace().round();
      double limit = wrk.post(bare, ways.getFirst().posts(), "b", CONNECTIONS, time).rate();
      for (Way way : ways) {
        String run = way.name().replace(' ', '-') + "-" + number;
        var ours = wrk.post(way.to(), way.posts(), run, CONNECTIONS, time);
        rounds.computeIfAbsent(way, _ -> new ArrayList<>()).add(new Round(limit, ours.rate()));
        bay.say(
            "  %s, round %d: limit %.0f, ours %.0f, p99 %.0f ms, refused %d, broken %d",
            way.name(),
            number,
            limit,
            ours.rate(),
            ours.p99millis(),
            ours.refused(),
            ours.broken());
      }
    }
    List<Result> results = new ArrayList<>();
    rounds.forEach(
        (way, of) -> results.add(new Rounds(of).result("HTTP: " + way.name(), "1/s", way.bound())));
    return results;
  }
}
