package dev.keiyaku.subscription.intake;

import dev.keiyaku.contract.Japan;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.http.Fields;
import dev.keiyaku.http.IdempotencyKey;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Submitted;
import dev.keiyaku.subscription.subscription.EligibilityAnswer;
import dev.keiyaku.subscription.subscription.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** May this applicant apply (第5条 3)? Asked without applying: nothing is decided or recorded. */
@RestController
final class EligibilityController {

  private final Office office;

  EligibilityController(Office office) {
    this.office = office;
  }

  /**
   * The question.
   *
   * @param date a day in Japan; or else
   * @param appliedAt an instant; with neither, now
   */
  record Asking(
      @Nullable Product product,
      @Nullable NetworkContract networkContract,
      @Nullable String date,
      @Nullable Instant appliedAt) {}

  /**
   * The key is asked for, as of every POST, and forgotten: there is no effect to do only once, and
   * the same question may be answered otherwise when a version has been published in between.
   */
  @PostMapping("/v1/eligibility")
  EligibilityAnswer answer(IdempotencyKey key, Submitted<Asking> sent) {
    var asked = sent.body();
    return EligibilityAnswer.of(
        office,
        Fields.required(asked.product(), "product"),
        Commands.networkContract(asked.networkContract()),
        at(asked));
  }

  private static @Nullable Instant at(Asking asked) {
    if (asked.date() == null) {
      return asked.appliedAt();
    } else if (asked.appliedAt() != null) {
      throw invalid("invalid");
    }
    return Japan.startOf(day(asked.date()));
  }

  /** Read here: a mapper would also take an instant for a day, in another time zone. */
  private static LocalDate day(String date) {
    try {
      var day = LocalDate.parse(date);
      if (day.getYear() < 1900 || day.getYear() > 9999) {
        throw invalid("time-range");
      }
      return day;
    } catch (DateTimeParseException e) {
      throw invalid("invalid");
    }
  }

  private static Problem invalid(String violation) {
    return Problem.of(ProblemCode.INVALID_FIELD).violation("date", violation);
  }
}
