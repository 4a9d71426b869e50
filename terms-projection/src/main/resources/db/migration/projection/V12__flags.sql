-- What an agent has to see on an account: objections to amendments, until they are withdrawn, and
-- withdrawals of consent to items about data, until an agent has settled them. As intervals, like all else.
CREATE TABLE projection.flag (
  subscription_id text COLLATE "C" NOT NULL REFERENCES projection.account ON DELETE CASCADE,
  flag_id         text NOT NULL,
  event_id        text NOT NULL,
  kind            text NOT NULL,
  starts_at       timestamptz NOT NULL,
  ends_at         timestamptz,
  settlement      text,
  renewed_at      timestamptz,
  declared        text NOT NULL,
  during          tstzrange NOT NULL GENERATED ALWAYS AS (
                    CASE WHEN ends_at <= starts_at THEN 'empty'::tstzrange
                         ELSE tstzrange(starts_at, ends_at) END) STORED,
  PRIMARY KEY (subscription_id, flag_id)
);
COMMENT ON COLUMN projection.flag.ends_at IS 'an objection: withdrawn; a withdrawal of consent: settled';
COMMENT ON COLUMN projection.flag.renewed_at IS 'when the subscriber accepted again; the flag stays until it is settled';
COMMENT ON COLUMN projection.flag.declared IS 'the event that declared it, as JSON';

CREATE INDEX flag_during ON projection.flag USING gist (during) INCLUDE (subscription_id, kind);
