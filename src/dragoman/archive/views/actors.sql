-- One row a name with its country and sector: in how many documents, and on which side of how many events.
SELECT r.name, r.kind, r.country, r.sector, r.key, r.documents, r.acts, r.receives
FROM registry r
WHERE /*where*/
ORDER BY r.documents DESC, r.acts DESC, r.name, r.id
