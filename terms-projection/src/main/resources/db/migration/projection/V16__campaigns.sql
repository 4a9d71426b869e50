-- Re-consent campaigns (ADR 0127 to 0129): what was opened, and whom it asks, frozen. What a member answered is
-- computed when asked, from acts, objections and contracts.
CREATE TABLE projection.campaign (
  campaign_id    text COLLATE "C" PRIMARY KEY,
  version        bigint NOT NULL,
  opened         text NOT NULL,
  opens_at       timestamptz NOT NULL,
  closed_at      timestamptz,
  closing        text,
  found_size     bigint,
  found_sha256   text,
  recorded_at    timestamptz NOT NULL,
  actor          text,
  role           text,
  client         text,
  isp            text,
  correlation_id text,
  causation_id   text
);
COMMENT ON COLUMN projection.campaign.opened IS 'the event that opened it, as JSON';
COMMENT ON COLUMN projection.campaign.found_sha256 IS
  'of the cohort as it was found again; where it is not the one that was opened with, there are no members';

CREATE TABLE projection.campaign_member (
  campaign_id     text COLLATE "C" NOT NULL,
  subscription_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (campaign_id, subscription_id)
);
CREATE INDEX campaign_of_subscription ON projection.campaign_member (subscription_id, campaign_id);

-- Few contracts have an end: those of a campaign are found without walking its members.
CREATE INDEX known_contract_ended ON projection.known_contract (subscription_id)
  INCLUDE (begins_at, ends_at) WHERE known_until = 'infinity' AND (begins_at IS NULL OR ends_at IS NOT NULL);
