-- A key per subject, wrapped by the master key, which is kept outside the database. Erasing a subject
-- empties wrapped: the texts sealed under it are then unreadable everywhere.
CREATE TABLE keys.subject_key (
  key_id  uuid PRIMARY KEY,
  subject text NOT NULL,
  wrapped bytea,
  made_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX subject_key_live ON keys.subject_key (subject) WHERE wrapped IS NOT NULL;

GRANT SELECT, INSERT ON keys.subject_key TO keiyaku_writer;
GRANT SELECT ON keys.subject_key TO keiyaku_projector;
