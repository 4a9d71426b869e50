package dev.keiyaku.projection.reading;

import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.processing.Progress;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.account.Accounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class MinVersionTest {

  private static final Duration NEVER = Duration.ofHours(1);

  private final ReadSide readSide = ReadSide.shared();
  private final Progress progress = readSide.bean(Progress.class);
  private final Accounts accounts = readSide.bean(Accounts.class);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String id = Uuid7.text();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private void recorded() {
    var at = japan("2023-07-02T10:00");
    readSide.recorder().record(at, applied(id, "C-waits", null, at));
  }

  /** Only the commit can wake them: they never look by themselves. */
  @Test
  void everyoneWhoWaitsIsWokenByTheCommit() throws Exception {
    var waits = new MinVersion(progress, NEVER, NEVER);
    var looked = new CountDownLatch(200);
    var woken = new ArrayList<Future<Boolean>>();
    for (int i = 0; i < 100; i++) {
      woken.add(
          threads.submit(() ->
              waits.comes(
                  0,
                  id,
                  () -> {
                    looked.countDown();
                    return accounts.version(id);
                  })));
    }
    assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
    recorded();
    for (var one : woken) {
      assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
    }
    Awaitility.await().until(() -> progress.streams() == 0);
  }

  @Test
  void aQueryThatCameBeforeItsWriteAnswersWithIt() throws Exception {
    var answer =
        threads.submit(() -> readSide.ask("/v1/subscriptions/" + id + "?minVersion=0", Role.AGENT));
    Awaitility.await().until(() -> progress.streams() == 1);
    recorded();
    assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  @Test
  void whatAnotherNodeProjectedIsSeenBySlowLooks() {
    var looks = new AtomicInteger();
    var waits = new MinVersion(new Progress(), NEVER, Duration.ofMillis(1));
    assertThat(waits.comes(5, id, looks::incrementAndGet)).isTrue();
    assertThat(looks).hasValue(5);
  }

  @Test
  void whatIsThereAlreadyIsNotWaitedFor() {
    var looks = new AtomicInteger(4);
    assertThat(new MinVersion(progress, NEVER, NEVER).comes(5, id, looks::incrementAndGet))
        .isTrue();
    assertThat(looks).hasValue(5);
  }

  @Test
  void atTheDeadlineTheVersionIsSaidNotToBeReached() {
    var waits = new MinVersion(progress, Duration.ofMillis(5), NEVER);
    assertThatThrownBy(() -> waits.await(asked("7"), id, () -> 6))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.VERSION_NOT_REACHED));
    assertThat(progress.streams()).isZero();
  }

  @Test
  void whoIsToldToStopSaysThatTheServiceIsUnavailable() {
    var waits = new MinVersion(progress, NEVER, NEVER);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> waits.await(asked("7"), id, () -> 6))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(progress.streams()).isZero();
  }

  private static Asked asked(String version) {
    var sent = new LinkedMultiValueMap<String, String>();
    sent.add(MinVersion.PARAMETER, version);
    return Asked.of(sent, MinVersion.PARAMETER);
  }
}
