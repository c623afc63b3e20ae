-- One row a period: cooperation and conflict counted apart, with the mean PLOVER score.
WITH chosen AS (
    SELECT e.day, e.quad, e.score
    FROM event e
    WHERE e.same_as IS NULL AND e.factuality IN ('actual', 'historical') AND /*where*/
)
SELECT
    /*order*/ AS period, count(*) AS events, sum(quad IN (1, 2)) AS cooperation, sum(quad IN (3, 4)) AS conflict,
    round(avg(score), 3) AS mean_score
FROM chosen
WHERE day IS NOT NULL
GROUP BY period
ORDER BY period
