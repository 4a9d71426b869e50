package dev.keiyaku.eventstore.processing;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;

/** Axon's token store and dead-letter queue over the tables of {@code db/migration/processing}. */
public final class ProcessingTables {

  private final String schema;
  private final ConnectionProvider connections;

  /**
   * In a schema.
   *
   * @param connections those of the transaction that the read model is written in
   */
  public ProcessingTables(String schema, ConnectionProvider connections) {
    this.schema = schema;
    this.connections = connections;
  }

  /** Where the processors stand. */
  public TokenStore tokens(Serializer serializer) {
    return JdbcTokenStore.builder()
        .connectionProvider(connections)
        .serializer(serializer)
        .schema(
            TokenSchema.builder()
                .setTokenTable(schema + ".token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .build())
        .build();
  }

  /** What a group could not handle. */
  SequencedDeadLetterQueue<EventMessage<?>> letters(
      String group, TransactionManager transactions, Serializer general, Serializer events) {
    return new LettersAfterSavepoint(
        JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
            .processingGroup(group)
            .connectionProvider(connections)
            .transactionManager(transactions)
            .genericSerializer(general)
            .eventSerializer(events)
            .schema(letterSchema())
            // Parking must not fail because much is parked: that would stop everyone.
            .maxSequences(1_000_000)
            .maxSequenceSize(1_000_000)
            .build());
  }

  private DeadLetterSchema letterSchema() {
    return DeadLetterSchema.builder()
        .deadLetterTable(schema + ".dead_letter")
        .deadLetterIdentifierColumn("dead_letter_id")
        .processingGroupColumn("processing_group")
        .sequenceIdentifierColumn("sequence_id")
        .sequenceIndexColumn("sequence_index")
        .messageTypeColumn("message_type")
        .eventIdentifierColumn("event_id")
        .timestampColumn("time_stamp")
        .payloadTypeColumn("payload_type")
        .payloadRevisionColumn("payload_revision")
        .payloadColumn("payload")
        .metaDataColumn("metadata")
        .aggregateTypeColumn("aggregate_type")
        .aggregateIdentifierColumn("aggregate_id")
        .sequenceNumberColumn("sequence_number")
        .tokenTypeColumn("token_type")
        .tokenColumn("token")
        .enqueuedAtColumn("enqueued_at")
        .lastTouchedColumn("last_touched")
        .processingStartedColumn("processing_started")
        .causeTypeColumn("cause_type")
        .causeMessageColumn("cause_message")
        .diagnosticsColumn("diagnostics")
        .build();
  }
}
