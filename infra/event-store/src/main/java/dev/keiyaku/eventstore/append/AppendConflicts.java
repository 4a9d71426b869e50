package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.ClaimTakenException;
import dev.keiyaku.eventstore.Receipt;
import dev.keiyaku.eventstore.ReceiptExistsException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** What a refused append means: the constraint's name tells whose conflict it is. */
final class AppendConflicts {

  private static final Set<String> CONFLICTS = Set.of("21", "22", "23", "40");
  private static final String HOLDER =
      """
      SELECT holder FROM events.claim
      WHERE key = ? AND holder <> ? AND during && tstzrange(?, ?, '[)') LIMIT 1\
      """;

  private final DataSource source;
  private final Function<String, byte[]> hash;

  AppendConflicts(DataSource source, Function<String, byte[]> hash) {
    this.source = source;
    this.hash = hash;
  }

  /**
   * Whether a row was refused, so that the rest of a group may pass without it. 21: a row twice in
   * a group; 22: a value; 23: a constraint; 40: others were in the way.
   */
  static boolean isConflict(SQLException refused) {
    String state = refused.getSQLState();
    return state != null && CONFLICTS.contains(state.substring(0, 2));
  }

  RuntimeException of(SQLException refused, AppendBatch batch) {
    EventRow first = batch.events().getFirst();
    return switch (String.valueOf(constraint(refused))) {
      case "event_sequence_once" -> versionConflict(first, refused);
      case "claim_held_by_one" -> claimTaken(batch, refused);
      case "receipt_once" -> receiptExists(batch.receipt(), refused);
      default -> other(refused, first);
    };
  }

  private static @Nullable String constraint(SQLException refused) {
    return refused instanceof PSQLException known && known.getServerErrorMessage() != null
        ? known.getServerErrorMessage().getConstraint()
        : null;
  }

  private static RuntimeException versionConflict(EventRow first, SQLException refused) {
    String stream = first.aggregateType() + " " + first.aggregateId();
    return first.sequence() == 0
        ? new AggregateStreamCreationException(stream + " exists already", refused)
        : new ConcurrencyException(
            stream + " already has version " + first.sequence() + " or later", refused);
  }

  /**
   * Read after the fact: whoever held it may have let go, and then the command is to be tried
   * again.
   */
  private RuntimeException claimTaken(AppendBatch batch, SQLException refused) {
    try (Connection connection = source.getConnection()) {
      for (Claim claim : batch.claims()) {
        Optional<String> holder = holder(connection, claim);
        if (holder.isPresent()) {
          return new ClaimTakenException(claim.key(), holder.get());
        }
      }
      return new ConcurrencyException("A claim was taken, and given back since", refused);
    } catch (SQLException e) {
      refused.addSuppressed(e);
      return new EventStoreException("A claim is taken, and its holder could not be read", refused);
    }
  }

  private Optional<String> holder(Connection connection, Claim claim) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HOLDER)) {
      select.setBytes(1, hash.apply(claim.key()));
      select.setString(2, claim.holder());
      select.setObject(3, utc(claim.from()));
      select.setObject(4, utc(claim.until()));
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
      }
    }
  }

  private static RuntimeException receiptExists(@Nullable Receipt receipt, SQLException refused) {
    return receipt == null
        ? new EventStoreException("A receipt exists that was not sent", refused)
        : new ReceiptExistsException(receipt.client(), receipt.idempotencyKey());
  }

  private static RuntimeException other(SQLException refused, EventRow first) {
    // Deadlock and serialization: nothing was written, and a second try may succeed.
    boolean again = "40P01".equals(refused.getSQLState()) || "40001".equals(refused.getSQLState());
    String message = "Could not append to " + first.aggregateType() + " " + first.aggregateId();
    return again
        ? new ConcurrencyException(message, refused)
        : new EventStoreException(message, refused);
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
