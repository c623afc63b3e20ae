-- One row a period: events that count, cooperation and conflict apart, with the mean PLOVER score.
WITH chosen AS (SELECT x.day, x.quad, x.score FROM /*source*/ WHERE x.day > '' AND /*where*/)
SELECT
    /*period*/ AS period, count(*) AS events, sum(quad IN (1, 2)) AS cooperation, sum(quad IN (3, 4)) AS conflict,
    round(avg(score), 3) AS mean_score
FROM chosen
GROUP BY period
ORDER BY period
