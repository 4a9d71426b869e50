-- Append only: rows are never changed and never deleted.
CREATE TABLE events.event (
  global_index   bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
  event_id       uuid NOT NULL CONSTRAINT event_id_once UNIQUE,
  aggregate_type text NOT NULL,
  aggregate_id   text NOT NULL CHECK (aggregate_id <> ''),
  sequence       bigint NOT NULL CHECK (sequence >= 0),
  name           text NOT NULL,
  revision       integer NOT NULL CHECK (revision >= 1),
  effective_at   timestamptz,
  recorded_at    timestamptz NOT NULL,
  payload        text NOT NULL,
  metadata       text NOT NULL,
  mac            bytea NOT NULL CHECK (octet_length(mac) = 32),
  CONSTRAINT event_sequence_once UNIQUE (aggregate_id, sequence)
);
COMMENT ON COLUMN events.event.payload IS 'JSON as written: text, for jsonb would reorder its keys and its hash would mean nothing';
COMMENT ON COLUMN events.event.mac IS 'HMAC-SHA-256 by the writer''s key over every column but global_index';

-- Whoever has a key over an effective interval has it alone.
CREATE TABLE events.claim (
  key    bytea NOT NULL,
  holder text NOT NULL,
  during tstzrange NOT NULL,
  PRIMARY KEY (key, holder),
  CONSTRAINT claim_held_by_one EXCLUDE USING gist (key WITH =, during WITH &&)
);
COMMENT ON COLUMN events.claim.key IS 'keyed hash of what is claimed';

-- The answers of commands that succeeded, for good.
CREATE TABLE events.receipt (
  client          text NOT NULL,
  idempotency_key text NOT NULL,
  request_mac     bytea NOT NULL,
  status          integer NOT NULL,
  location        text,
  version         bigint NOT NULL,
  body            text NOT NULL,
  last_event_id   uuid NOT NULL,
  recorded_at     timestamptz NOT NULL,
  CONSTRAINT receipt_once PRIMARY KEY (client, idempotency_key)
);

-- Commit order is index order: the transaction that takes indexes holds this lock until its commit is
-- visible. A reader that has seen an index has seen all below it, whoever writes. Before the rows, for
-- their indexes are drawn afterwards.
CREATE FUNCTION events.commit_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4923487612);
  RETURN NULL;
END $$;

CREATE TRIGGER commit_in_order BEFORE INSERT ON events.event
  FOR EACH STATEMENT EXECUTE FUNCTION events.commit_in_order();

CREATE FUNCTION events.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is recorded is never changed (% on %)', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON events.event
  FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON events.receipt
  FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_change();

-- The owner too: what it may not do, it would first have to grant itself, and the trigger still refuses.
REVOKE UPDATE, DELETE, TRUNCATE ON events.event, events.receipt FROM keiyaku_owner;

GRANT SELECT ON events.event TO keiyaku_writer, keiyaku_reader;
-- Every column but global_index: the writer cannot choose it, not even by COPY.
GRANT INSERT (event_id, aggregate_type, aggregate_id, sequence, name, revision, effective_at, recorded_at,
              payload, metadata, mac) ON events.event TO keiyaku_writer;
GRANT SELECT, INSERT, UPDATE ON events.claim TO keiyaku_writer;
GRANT SELECT, INSERT ON events.receipt TO keiyaku_writer;
