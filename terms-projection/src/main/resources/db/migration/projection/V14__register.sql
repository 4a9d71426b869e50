-- The register of what was provided (第三者提供) in a window of time: acts by the time as entered, which a
-- correction does not change.
CREATE INDEX consent_entered ON projection.consent (effective_at) INCLUDE (subscription_id) WHERE item = 0;
