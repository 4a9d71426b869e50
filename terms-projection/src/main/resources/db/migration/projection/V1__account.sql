-- The read model of subscriptions. Every row is computed from events and may be thrown away and made
-- again. Times are kept as intervals: what holds at an instant is computed when asked.

-- Every event of a subscription as it was stored, with its provenance, in the order of recording.
CREATE TABLE projection.timeline (
  subscription_id text COLLATE "C" NOT NULL,
  sequence        bigint NOT NULL,
  event_id        text COLLATE "C" NOT NULL CONSTRAINT timeline_event_once UNIQUE,
  position        bigint NOT NULL,
  name            text NOT NULL,
  revision        integer NOT NULL,
  effective_at    timestamptz NOT NULL,
  recorded_at     timestamptz NOT NULL,
  actor           text,
  role            text,
  client          text,
  isp             text,
  correlation_id  text,
  causation_id    text,
  payload         text NOT NULL,
  PRIMARY KEY (subscription_id, sequence)
);
COMMENT ON COLUMN projection.timeline.effective_at IS 'as entered; a later correction does not change it';

-- What stands, after corrections.
CREATE TABLE projection.account (
  subscription_id          text COLLATE "C" PRIMARY KEY,
  version                  bigint NOT NULL,
  subscriber_id            text NOT NULL,
  product                  text NOT NULL,
  channel_kind             text NOT NULL,
  channel_isp              text,
  belongs_to_isp           text,
  billing_operator         text,
  network_contract         text,
  vendor_account_reference text,
  begins_at                timestamptz,
  activated_at             timestamptz,
  ends_at                  timestamptz,
  cancellation_id          text
);
COMMENT ON COLUMN projection.account.begins_at IS 'null: its application was voided';
COMMENT ON COLUMN projection.account.ends_at IS 'exclusive; null: no end is known';

CREATE TABLE projection.suspension (
  subscription_id text COLLATE "C" NOT NULL REFERENCES projection.account ON DELETE CASCADE,
  suspension_id   text NOT NULL,
  event_id        text NOT NULL,
  ground          text NOT NULL,
  starts_at       timestamptz NOT NULL,
  ends_at         timestamptz,
  lifted_at       timestamptz,
  withdrawn       boolean NOT NULL,
  declared        text NOT NULL,
  -- While use is suspended by it; empty when it never takes effect.
  during          tstzrange NOT NULL GENERATED ALWAYS AS (
                    CASE WHEN withdrawn OR ends_at <= starts_at THEN 'empty'::tstzrange
                         ELSE tstzrange(starts_at, ends_at) END) STORED,
  PRIMARY KEY (subscription_id, suspension_id)
);
COMMENT ON COLUMN projection.suspension.declared IS 'the event that declared it, as JSON';

CREATE TABLE projection.acceptance (
  subscription_id text COLLATE "C" NOT NULL REFERENCES projection.account ON DELETE CASCADE,
  acceptance_id   text NOT NULL,
  event_id        text NOT NULL,
  document        text NOT NULL,
  version         text NOT NULL,
  content_sha256  text NOT NULL,
  basis           text NOT NULL,
  items           integer[] NOT NULL,
  accepted_at     timestamptz NOT NULL,
  superseded_at   timestamptz,
  PRIMARY KEY (subscription_id, acceptance_id)
);
COMMENT ON COLUMN projection.acceptance.superseded_at IS 'when a later act of the same subscription takes its place as the last one';

-- For search, a page in the order of subscription_id; see ADR 0061.
CREATE INDEX account_of_subscriber ON projection.account (subscriber_id, subscription_id);
CREATE INDEX account_of_isp ON projection.account (belongs_to_isp, subscription_id);
CREATE INDEX account_of_product ON projection.account (product, subscription_id);
CREATE INDEX account_not_yet_active ON projection.account (COALESCE(activated_at, 'infinity'::timestamptz));
CREATE INDEX account_ended ON projection.account (ends_at) WHERE ends_at IS NOT NULL;
CREATE INDEX account_voided ON projection.account (subscription_id) WHERE begins_at IS NULL;
CREATE INDEX suspension_during ON projection.suspension USING gist (during);
CREATE INDEX suspension_ground ON projection.suspension (ground, subscription_id);
CREATE INDEX acceptance_version ON projection.acceptance (version, subscription_id);
