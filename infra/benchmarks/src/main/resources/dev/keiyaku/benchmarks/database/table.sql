DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
CREATE TABLE bench.event (LIKE events.event INCLUDING ALL);
INSERT INTO bench.event (event_id, aggregate_type, aggregate_id, sequence, name, revision, effective_at, recorded_at,
                         payload, metadata, mac)
SELECT gen_random_uuid(), 'Subscription', md5(stream::text)::uuid::text, sequence, 'subscription.applied', 1, now(), now(),
       :payload, :metadata, decode(repeat('ab', 32), 'hex')
FROM generate_series(1, :streams) stream, generate_series(0, :events - 1) sequence;
ANALYZE bench.event;
