-- Every filter of a search, its page and its count, from indexes alone; see ADR 0061.

-- The life of an account, its ISP and its product beside the key: a walk in the order of pages, and a look
-- at one account, need not touch the wide rows.
ALTER TABLE projection.suspension DROP CONSTRAINT suspension_subscription_id_fkey;
ALTER TABLE projection.acceptance DROP CONSTRAINT acceptance_subscription_id_fkey;
ALTER TABLE projection.account
  DROP CONSTRAINT account_pkey,
  ADD CONSTRAINT account_pkey PRIMARY KEY (subscription_id)
    INCLUDE (begins_at, activated_at, ends_at, belongs_to_isp, product);
ALTER TABLE projection.suspension ADD CONSTRAINT suspension_subscription_id_fkey
  FOREIGN KEY (subscription_id) REFERENCES projection.account ON DELETE CASCADE;
ALTER TABLE projection.acceptance ADD CONSTRAINT acceptance_subscription_id_fkey
  FOREIGN KEY (subscription_id) REFERENCES projection.account ON DELETE CASCADE;

DROP INDEX projection.account_of_isp;
CREATE INDEX account_of_isp ON projection.account (belongs_to_isp, subscription_id)
  INCLUDE (begins_at, activated_at, ends_at);
CREATE INDEX account_begins ON projection.account (begins_at);
DROP INDEX projection.account_not_yet_active;
CREATE INDEX account_not_yet_active ON projection.account (COALESCE(activated_at, 'infinity'::timestamptz))
  INCLUDE (subscription_id, begins_at, activated_at, ends_at);
DROP INDEX projection.account_ended;
CREATE INDEX account_ended ON projection.account (ends_at)
  INCLUDE (subscription_id, begins_at) WHERE ends_at IS NOT NULL;

-- Which accounts are suspended, and on what ground, without their declarations.
DROP INDEX projection.suspension_during;
DROP INDEX projection.suspension_ground;
CREATE INDEX suspension_during ON projection.suspension USING gist (during)
  INCLUDE (subscription_id, ground);

DROP INDEX projection.acceptance_version;
CREATE INDEX acceptance_version ON projection.acceptance (version, subscription_id)
  INCLUDE (document, accepted_at, superseded_at);
CREATE INDEX acceptance_of_version_late ON projection.acceptance (version, accepted_at)
  INCLUDE (subscription_id);
