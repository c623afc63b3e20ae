-- The events that count of months that are cut, one by one, and those of whole months as they are counted already.
(
    SELECT actor, recipient, quad, 1 AS events, CAST(round(score * 1000) AS INTEGER) AS thousandths
    FROM (
        SELECT DISTINCT e.document, e.n, x.country AS actor, y.country AS recipient, e.quad, e.score
        FROM event e
        CROSS JOIN party p ON p.document = e.document AND p.event = e.n AND p.receives = 0
        CROSS JOIN actor a ON a.document = p.document AND a.n = p.actor
        CROSS JOIN registry x ON x.id = a.registry
        CROSS JOIN party q ON q.document = e.document AND q.event = e.n AND q.receives = 1
        CROSS JOIN actor b ON b.document = q.document AND b.n = q.actor
        CROSS JOIN registry y ON y.id = b.registry
        WHERE e.same_as IS NULL AND e.factuality IN ('actual', 'historical') AND x.country <> y.country AND /*cut*/
    )
    UNION ALL
    SELECT actor, recipient, quad, events, thousandths FROM dyad WHERE /*whole*/
)
