-- One row a pair of countries: events of the one towards the other.
SELECT
    x.country AS actor, y.country AS recipient, count(*) AS events, sum(e.quad IN (1, 2)) AS cooperation,
    sum(e.quad IN (3, 4)) AS conflict, round(avg(e.score), 3) AS mean_score
FROM event e
JOIN party x ON x.document = e.document AND x.event = e.n AND x.side = 'actor'
JOIN party y ON y.document = e.document AND y.event = e.n AND y.side = 'recipient'
WHERE e.same_as IS NULL AND e.factuality IN ('actual', 'historical')
  AND x.country IS NOT NULL AND y.country IS NOT NULL AND x.country <> y.country AND /*where*/
GROUP BY x.country, y.country
ORDER BY events DESC, actor, recipient
