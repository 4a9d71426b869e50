-- Terms as recorded: every publication and every notice, in the order of recording. What is in force,
-- and what binds, is computed from them when asked.
CREATE TABLE projection.terms_entry (
  document       text COLLATE "C" NOT NULL,
  sequence       bigint NOT NULL,
  version        text COLLATE "C" NOT NULL,
  event_id       text COLLATE "C" NOT NULL CONSTRAINT terms_entry_event_once UNIQUE,
  name           text NOT NULL,
  revision       integer NOT NULL,
  recorded_at    timestamptz NOT NULL,
  actor          text,
  role           text,
  client         text,
  isp            text,
  correlation_id text,
  causation_id   text,
  payload        text NOT NULL,
  PRIMARY KEY (document, sequence)
);

-- Whose consents: what every answer about them must know of their subscription.
CREATE TABLE projection.consent_subscription (
  subscription_id text COLLATE "C" PRIMARY KEY,
  subscriber_id   text NOT NULL,
  product         text NOT NULL,
  belongs_to_isp  text,
  version         bigint NOT NULL
);
COMMENT ON COLUMN projection.consent_subscription.version IS 'the stream version that the rows have reached';
CREATE INDEX consent_subscription_of_subscriber ON projection.consent_subscription (subscriber_id, subscription_id);

-- One row per act and item; item 0 is the terms as a whole (承諾), 1 to 6 the items of 第7条 1.
-- Append only: that an act was a mistake is said by a later event, and computed when asked.
CREATE TABLE projection.consent (
  subscription_id   text COLLATE "C" NOT NULL,
  sequence          bigint NOT NULL,
  item              integer NOT NULL,
  acceptance_id     text COLLATE "C" NOT NULL,
  event_id          text COLLATE "C" NOT NULL,
  document          text NOT NULL,
  version           text NOT NULL,
  content_sha256    text NOT NULL,
  clause_path       text,
  clause_sha256     text NOT NULL,
  basis             text NOT NULL,
  displayed_sha256  text,
  displayed_at      timestamptz,
  evidence_key      text,
  evidence          text,
  effective_at      timestamptz NOT NULL,
  reason_key        text,
  reason            text,
  recorded_at       timestamptz NOT NULL,
  actor             text,
  role              text,
  client            text,
  isp               text,
  correlation_id    text,
  causation_id      text,
  PRIMARY KEY (subscription_id, sequence, item)
);
COMMENT ON COLUMN projection.consent.effective_at IS 'as entered; a later correction does not change it';
COMMENT ON COLUMN projection.consent.clause_path IS 'null: the terms as a whole';

CREATE FUNCTION projection.refuse_consent_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'consents are only added (% on %)', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

-- TRUNCATE stays: the whole table can be thrown away and made again from the events.
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON projection.consent
  FOR EACH STATEMENT EXECUTE FUNCTION projection.refuse_consent_change();

-- What operators did with dead letters, and the answer that each of their keys got.
CREATE TABLE projection.operation (
  client          text NOT NULL,
  idempotency_key text NOT NULL,
  request_sha256  text NOT NULL,
  action          text NOT NULL,
  letter_id       text NOT NULL,
  stream          text NOT NULL,
  event_id        text NOT NULL,
  event_name      text NOT NULL,
  cause           text,
  reason          text,
  actor           text NOT NULL,
  correlation_id  text NOT NULL,
  done_at         timestamptz NOT NULL,
  answer          text NOT NULL,
  CONSTRAINT operation_once PRIMARY KEY (client, idempotency_key)
);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON projection.operation
  FOR EACH STATEMENT EXECUTE FUNCTION projection.refuse_consent_change();
