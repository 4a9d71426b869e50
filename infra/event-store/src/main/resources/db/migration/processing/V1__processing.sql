-- Where the processors stand, and what they could not handle: beside the read model, so that both are
-- written in its transactions. The columns are Axon's.
CREATE TABLE ${flyway:defaultSchema}.token_entry (
  processor_name text NOT NULL,
  segment        integer NOT NULL,
  token          bytea,
  token_type     text,
  timestamp      text,
  owner          text,
  PRIMARY KEY (processor_name, segment)
);

CREATE TABLE ${flyway:defaultSchema}.dead_letter (
  dead_letter_id      text PRIMARY KEY,
  processing_group    text NOT NULL,
  sequence_id         text NOT NULL,
  sequence_index      bigint NOT NULL,
  message_type        text NOT NULL,
  event_id            text NOT NULL,
  time_stamp          text NOT NULL,
  payload_type        text NOT NULL,
  payload_revision    text,
  payload             bytea NOT NULL,
  metadata            bytea,
  aggregate_type      text,
  aggregate_id        text,
  sequence_number     bigint,
  token_type          text,
  token               bytea,
  enqueued_at         text NOT NULL,
  last_touched        text,
  processing_started  text,
  cause_type          text,
  cause_message       text,
  diagnostics         bytea,
  CONSTRAINT dead_letter_in_order UNIQUE (processing_group, sequence_id, sequence_index)
);
