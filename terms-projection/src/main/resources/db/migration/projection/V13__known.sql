-- What was known when, of contracts and of acts of acceptance: each row held in the mind of the product from
-- known_from until known_until. With it a bulk question is answered as known at any instant (ADR 0120).
-- A correction closes a row and opens another; the rows of a subscription are computed from its whole timeline.

CREATE TABLE projection.known_contract (
  subscription_id   text COLLATE "C" NOT NULL,
  part              integer NOT NULL,
  known_from        timestamptz NOT NULL,
  known_until       timestamptz NOT NULL,
  subscriber_id     text NOT NULL,
  product           text NOT NULL,
  belongs_to_isp    text,
  begins_at         timestamptz,
  ends_at           timestamptz,
  first_version     text,
  first_accepted_at timestamptz,
  PRIMARY KEY (subscription_id, part) INCLUDE
    (known_from, known_until, begins_at, ends_at, first_version, first_accepted_at, belongs_to_isp, product)
);
COMMENT ON COLUMN projection.known_contract.known_until IS 'exclusive; infinity: it is what is known now';
COMMENT ON COLUMN projection.known_contract.begins_at IS 'null: its application was voided';
COMMENT ON COLUMN projection.known_contract.first_version IS
  'of the earliest act that stands, for the document of the product: it decides most questions without a look at the acts';
CREATE INDEX known_contract_of_subscriber ON projection.known_contract (subscriber_id, subscription_id);
CREATE INDEX known_contract_of_isp ON projection.known_contract (belongs_to_isp, subscription_id)
  INCLUDE (known_from, known_until, begins_at, ends_at, first_version, first_accepted_at, product);
CREATE INDEX known_contract_first ON projection.known_contract (first_version, first_accepted_at)
  INCLUDE (subscription_id);

CREATE TABLE projection.known_act (
  subscription_id text COLLATE "C" NOT NULL,
  part            integer NOT NULL,
  known_from      timestamptz NOT NULL,
  known_until     timestamptz NOT NULL,
  sequence        bigint NOT NULL,
  acceptance_id   text NOT NULL,
  event_id        text NOT NULL,
  document        text NOT NULL,
  version         text NOT NULL,
  content_sha256  text NOT NULL,
  basis           text NOT NULL,
  items           integer[] NOT NULL,
  accepted_at     timestamptz NOT NULL,
  PRIMARY KEY (subscription_id, part) INCLUDE
    (known_from, known_until, document, version, basis, items, accepted_at, sequence)
);
COMMENT ON COLUMN projection.known_act.accepted_at IS 'as it was known to hold, after corrections';
CREATE INDEX known_act_version ON projection.known_act (version, subscription_id)
  INCLUDE (known_from, known_until, document, basis, items, accepted_at, sequence);
CREATE INDEX known_act_unproven ON projection.known_act (version, subscription_id)
  INCLUDE (known_from, known_until, document, basis, items, accepted_at, sequence) WHERE basis <> 'EXPLICIT';

-- Subscriptions of before have no rows here yet: the group reads its events once more (ADR 0008). Projectors
-- write the same rows again, so that nothing is missing meanwhile. A new database has no token to forget.
DO $$
BEGIN
  IF to_regclass('projection.token_entry') IS NOT NULL THEN
    DELETE FROM projection.token_entry WHERE processor_name = 'read-model';
  END IF;
END $$;
