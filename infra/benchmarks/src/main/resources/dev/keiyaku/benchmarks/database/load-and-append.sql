-- A known stream is read and appended to. The number is random, so that no two clients meet on one.
\set stream random(1, :streams)
\set sequence random(1000, 1000000000000000)
BEGIN;
SELECT event_id, sequence, name, revision, effective_at, recorded_at, payload, metadata FROM bench.event
WHERE aggregate_id = md5(:stream::text)::uuid::text ORDER BY sequence;
INSERT INTO bench.event (event_id, aggregate_type, aggregate_id, sequence, name, revision, effective_at, recorded_at,
                         payload, metadata, mac)
VALUES (uuidv7(), 'Subscription', md5(:stream::text)::uuid::text, :sequence, :name, 1, now(), now(),
        :payload, :metadata, decode(repeat('ab', 32), 'hex'));
COMMIT;
