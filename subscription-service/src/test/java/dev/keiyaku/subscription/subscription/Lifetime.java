package dev.keiyaku.subscription.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.SealedText;
import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.contract.subscription.SuspensionLifted;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.eventstore.AppendRequest;
import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.Vault;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.problem.Language;
import dev.keiyaku.http.problem.ProblemTexts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.jspecify.annotations.Nullable;

/**
 * A subscription's life so far, and what a command makes of it. Times are written as in Japan; the
 * clock stands at the last one named.
 */
final class Lifetime {

  static final String ID = "0198c0de-0000-7000-8000-000000000001";
  static final String SUBSCRIBER = "C0000001234";
  static final Channel OFFICE = new Channel(Channel.Kind.OWN_OFFICE, null);

  private static final ProblemTexts TEXTS = new ProblemTexts();

  private final AggregateTestFixture<Subscription> fixture =
      new AggregateTestFixture<>(Subscription.class);
  private final Map<String, Object> metadata = new HashMap<>();
  private final AppendRequest request = new AppendRequest();
  private final List<Problem> refusals = new ArrayList<>();
  private TestExecutor<Subscription> given;
  private @Nullable ResultValidator<Subscription> result;

  Lifetime(String now) {
    this(now, TestTerms::of);
  }

  Lifetime(String now, Function<String, TermsHistory> terms) {
    InstantSource time = fixture::currentTime;
    fixture.registerInjectableResource(
        new Office(
            terms,
            new OpenVault(),
            time.withZone(ZoneOffset.UTC),
            new Backdating(Duration.ofDays(62))));
    metadata.put(AppendRequest.KEY, request);
    // The fixture's store takes events only; what goes beside them counts as appended.
    fixture.registerCommandHandlerInterceptor((unit, chain) -> {
      unit.onPrepareCommit(_ -> request.appendedAt(1));
      return chain.proceed();
    });
    given = fixture.givenCurrentTime(time(now));
  }

  /** 2023-07-01T00:00 is midnight in Japan. */
  static Instant time(String local) {
    return OffsetDateTime.parse(local + ":00+09:00").toInstant();
  }

  static SealedText sealed(String purpose, String words) {
    return new OpenVault().seal(SUBSCRIBER, purpose, words);
  }

  static SealedText reason(String words) {
    return sealed("subscription/reason/" + ID, words);
  }

  Lifetime at(String now) {
    given = given.andGivenCurrentTime(time(now));
    return this;
  }

  Lifetime given(Object event) {
    given = given.andGiven(event);
    return this;
  }

  Lifetime applied() {
    return appliedAs(Product.MYSECURE, null);
  }

  Lifetime appliedAs(Product product, @Nullable String isp) {
    var now = fixture.currentTime();
    var version = now.isBefore(time("2023-07-01T00:00")) ? TestTerms.OLD : TestTerms.NEW;
    var channel = isp == null ? OFFICE : new Channel(Channel.Kind.PARTNER_ISP, isp);
    return given(applied(product, channel, isp, version, now)).given(accepted("a-0", version, now));
  }

  static SubscriptionApplied applied(
      Product product, Channel channel, @Nullable String isp, String version, Instant at) {
    var limited = product == Product.MYSECURE_1LICENSE_TYPE2;
    return new SubscriptionApplied(
        ID,
        SUBSCRIBER,
        product,
        channel,
        isp,
        null,
        limited ? new NetworkContract("IP_NETWORK_SERVICE", 2, 8, 2, 1) : null,
        TestTerms.reference(version),
        limited ? TestTerms.clause(version, "art5/def3") : null,
        at,
        null);
  }

  static TermsAccepted accepted(String acceptanceId, String version, Instant at) {
    return new TermsAccepted(
        ID,
        acceptanceId,
        TestTerms.reference(version),
        TestTerms.items(version),
        TermsAccepted.AcceptanceBasis.EXPLICIT,
        new TermsAccepted.Display(TestTerms.hash(version), at, null),
        at,
        null);
  }

  Lifetime activated() {
    return given(new SubscriptionActivated(ID, "vendor-1", fixture.currentTime(), null));
  }

  Lifetime suspended(String suspensionId, String start) {
    return given(suspension(suspensionId, start));
  }

  static SubscriptionSuspended suspension(String suspensionId, String start) {
    var version = time(start).isBefore(time("2023-07-01T00:00")) ? TestTerms.OLD : TestTerms.NEW;
    return new SubscriptionSuspended(
        ID,
        suspensionId,
        SuspensionGround.VENDOR,
        TestTerms.clause(version, "art15/p1/i4"),
        time(start),
        null,
        null,
        null,
        null,
        null);
  }

  Lifetime lifted(String suspensionId) {
    return given(new SuspensionLifted(ID, suspensionId, fixture.currentTime(), null));
  }

  Lifetime cancelled(String cancellationId, String end) {
    return given(new SubscriptionCancelled(ID, cancellationId, time(end), null));
  }

  /** The entry should never have been made. */
  Lifetime voided(String eventId) {
    var now = fixture.currentTime();
    return given(new EntryCorrected(ID, eventId, EntryCorrected.Kind.VOID, null, now, null));
  }

  /** The sender's client is bound to a partner ISP. */
  Lifetime by(String isp) {
    metadata.put("isp", isp);
    return this;
  }

  /** The id of a given event, counted from 0. */
  String entry(int sequence) {
    return fixture
        .getEventStore()
        .readEvents(ID)
        .asStream()
        .filter(event -> event.getSequenceNumber() == sequence)
        .map(DomainEventMessage::getIdentifier)
        .findFirst()
        .orElseThrow();
  }

  Lifetime when(SubscriptionCommand command) {
    result = given.when(command, metadata);
    return this;
  }

  Lifetime then(Object... events) {
    validator().expectSuccessfulHandlerExecution().expectEvents(events);
    return this;
  }

  <T> T answered(Class<T> outcome) {
    var answers = new ArrayList<T>();
    validator()
        .expectSuccessfulHandlerExecution()
        .expectResultMessageMatching(
            matching(answer ->
                answer instanceof Message<?> message
                    && outcome.isInstance(message.getPayload())
                    && answers.add(outcome.cast(message.getPayload()))));
    return answers.getLast();
  }

  /** As {@link #refused(ProblemCode)}, and told with these words. */
  Problem refused(ProblemCode code, Object... told) {
    var refusal = refused(code);
    assertThat(refusal.arguments()).containsExactly(told);
    return refusal;
  }

  /** Refused in words, and nothing recorded or claimed. */
  Problem refused(ProblemCode code) {
    validator()
        .expectNoEvents()
        .expectException(
            matching(thrown -> thrown instanceof Problem problem && refusals.add(problem)));
    assertThat(refusals.getLast().code()).isEqualTo(code);
    assertThat(request.claims()).isEmpty();
    for (var language : Language.values()) {
      assertThat(TEXTS.detail(refusals.getLast(), language)).as("detail").isNotBlank();
    }
    return refusals.getLast();
  }

  List<Claim> claims() {
    return request.claims();
  }

  private ResultValidator<Subscription> validator() {
    if (result == null) {
      throw new IllegalStateException("Nothing was asked yet");
    }
    return result;
  }

  private static <T> BaseMatcher<T> matching(java.util.function.Predicate<Object> test) {
    return new BaseMatcher<>() {
      @Override
      public boolean matches(Object actual) {
        return test.test(actual);
      }

      @Override
      public void describeTo(Description description) {
        description.appendText("what the test expects");
      }
    };
  }

  /** Sealed texts that a test can spell: subject, purpose and words in the open. */
  static final class OpenVault implements Vault {

    @Override
    public SealedText seal(String subject, String purpose, String plaintext) {
      var text = (purpose + "\n" + plaintext).getBytes(StandardCharsets.UTF_8);
      return new SealedText(subject, Base64.getEncoder().encodeToString(text));
    }

    @Override
    public Optional<String> open(String subject, String purpose, SealedText text) {
      throw new UnsupportedOperationException("Deciders only seal");
    }
  }
}
