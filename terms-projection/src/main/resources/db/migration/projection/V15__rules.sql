-- A notified rule (諸規程, 第2条4) belongs to a terms document and to no version of it.
ALTER TABLE projection.terms_entry ALTER COLUMN version DROP NOT NULL;
COMMENT ON COLUMN projection.terms_entry.version IS 'null: the entry is of a notified rule';
