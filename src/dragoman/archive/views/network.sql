-- One row a pair of countries: events that count of the one towards the other.
SELECT
    actor, recipient, sum(events) AS events, sum((quad IN (1, 2)) * events) AS cooperation,
    sum((quad IN (3, 4)) * events) AS conflict, round(sum(thousandths) / 1000.0 / sum(events), 3) AS mean_score
FROM /*directed*/
GROUP BY actor, recipient
ORDER BY events DESC, actor, recipient
