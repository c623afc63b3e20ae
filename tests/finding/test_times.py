"""Time expressions of short reports: what is taken, and what it means on the document's date."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dragoman.finding.times import TimeRules, find_times
from dragoman.language.reading import Reading
from dragoman.tables.table import Tables

Read = Callable[..., Reading]

RULES = TimeRules(Tables())
THURSDAY = "2021-03-18"
OCTOBER = "1994-10-26"  # a Wednesday
MARKED = re.compile(r"\[([^\]]*)\]")

# The expressions are marked with brackets; their values follow in order.
DAYS = """
The envoy arrived [today]. | 2021-03-18
The envoy left [yesterday]. | 2021-03-17
The ministers will meet [tomorrow]. | 2021-03-19
The convoy was stopped [the day before yesterday]. | 2021-03-16
The court will sit [the day after tomorrow]. | 2021-03-20
The premier met the envoy on [Monday]. | 2021-03-15
The premier will meet the envoy on [Monday]. | 2021-03-22
Police detained six men [Thursday]. | 2021-03-18
The cabinet is to vote [Sunday]. | 2021-03-21
The port reopened on [Friday]. | 2021-03-12
The two sides agreed to resume talks on [Tuesday]. | 2021-03-23
The two sides agreed on [Tuesday] to resume talks. | 2021-03-16
The presidents had met on [Saturday]. | 2021-03-13
Troops entered the town [last Thursday]. | 2021-03-11
The summit opens [next Wednesday]. | 2021-03-24
The vote is due [this Sunday]. | 2021-03-21
The vote is due [this coming Sunday]. | 2021-03-21
The mayor was shot [Monday night]. | 2021-03-15TNI
The rebels attacked on [Tuesday morning]. | 2021-03-16TMO
The strike began at [dawn on Monday]. | 2021-03-15TMO
The court ruled [late Tuesday]. | 2021-03-16
The court ruled [early Wednesday]. | 2021-03-17
The court ruled [late Tuesday night]. | 2021-03-16TNI
The court met on [Monday]. He spoke [later in the day]. | 2021-03-15 2021-03-15
The blast struck [Wednesday evening]. | 2021-03-17TEV
The ministers met [last night]. | 2021-03-17TNI
The army shelled the hills [this morning]. | 2021-03-18TMO
The king will speak [tonight]. | 2021-03-18TNI
Shells fell on the town [overnight]. | 2021-03-17TNI
The delegation left [yesterday afternoon]. | 2021-03-17TAF
[Monday]'s raid killed two. | 2021-03-15
The talks follow [Monday]'s raid. | 2021-03-15
Leaders will gather ahead of [Sunday]'s election. | 2021-03-21
The envoy will speak [next Thursday, 25 March]. | 2021-03-25
The two sides agreed to meet in the first week of [September]. | 2021-09
The shelling stopped in [the early hours of Monday morning]. | 2021-03-15TMO
The ship sailed on [Monday, March 8]. | 2021-03-08
The ship sailed on [Monday, March 8, 2021]. | 2021-03-08
"""

DATES = """
The treaty was signed on [March 3, 2015]. | 2015-03-03
The treaty was signed on [3 March 2015]. | 2015-03-03
The treaty was signed on [the 3rd of March, 2015]. | 2015-03-03
The envoy came on [Feb. 12]. | 2021-02-12
The envoy came on [December 20]. | 2020-12-20
The envoy will come on [April 2]. | 2021-04-02
The truce expires on [Jan. 5]. | 2022-01-05
The assembly meets on [2021-04-09]. | 2021-04-09
The bill is dated [10/27/89]. | 1989-10-27
Fighting went on from [May 5-9]. | 2020-05-05/2020-05-09
The king died in [March 2015]. | 2015-03
At a rally in the port [Monday night], the premier has no rival. | 2021-03-15TNI
The king died in [January]. | 2021-01
the king died on [tuesday]. | 2021-03-16
The king died in [November]. | 2020-11
The parliament will vote in [September]. | 2021-09
The cabinet resigned in [March last year]. | 2020-03
The cabinet resigned in [June of last year]. | 2020-06
The deal was struck [last June]. | 2020-06
The deal will be signed [next June]. | 2021-06
The plant closes in [mid-November]. | 2021-11
The port was mined in [early 2016]. | 2016
The port was mined in [late February]. | 2021-02
The port was mined in [mid-2016]. | 2016
The port was mined at [the end of 2016]. | 2016
The party was founded in [1962]. | 1962
The two states have had no ties since [1979]. | 1979
The colony was ceded in [1763]. | 1763
The accord of [2015] has lapsed. | 2015
Clashes killed hundreds between [2015] and [2017]. | 2015 2017
He was president from [1998] to [2005]. | 1998 2005
The drought of [1984-85] ruined farms. | 1984/1985
The border was closed during [the 1990s]. | 199
The border was closed in [the late 1970s]. | 197
The border was closed in [the early '80s]. | 198
The border was closed in [the nineties]. | 199
The border was closed in [the 1980's]. | 198
The walls date from [the 16th century]. | 15
The dam was begun in [the early 19th century]. | 18
The mission began in [the year 2000]. | 2000
The chief was freed in [nineteen ninety-four]. | 1994
The islands were taken in [the spring of 1982]. | 1982-SP
The offensive began [last summer]. | 2020-SU
The army expects an offensive [this spring]. | 2021-SP
The grain deal ended in [the summer]. | 2020-SU
Trade boomed in [the early 1900s]. | 190
Trade boomed in [the 2010s]. | 201
The note is dated [09.03.2018]. | 2018-03-09
The drought of [2012–13] ruined farms. | 2012/2013
Guerrillas come down [each spring]. | XXXX-SP
The talks ran from [May 3 to 5, 2019]. | 2019-05-03/2019-05-05
The talks ran on [3-5 May 2019]. | 2019-05-03/2019-05-05
The port was sealed in [the late nineteen eighties]. | 198
The vote was moved to [the 12th]. | 2021-03-12
The vote will be held on [the 25th]. | 2021-03-25
The chief came on [the 5th of May, 2019]. | 2019-05-05
The guns fell silent in [the winter of 2015]. | 2015-WI
"""

RELATIVE = """
The minister visited Oman [last week]. | 2021-W10
The minister is visiting Oman [this week]. | 2021-W11
The minister will visit Oman [next week]. | 2021-W12
The minister visited Oman [last month]. | 2021-02
The minister visits Oman [next month]. | 2021-04
The harvest failed [last year]. | 2020
The harvest may fail [this year]. | 2021
The census is planned for [next year]. | 2022
The road was bombed over [the past year]. | 2020
Output fell over [the last decade]. | 201
The two met [earlier in the week]. | 2021-W11
The two met [earlier this month]. | 2021-03
The two will meet [later this year]. | 2021
The two will meet [later in the year]. | 2021
The envoy left [three days ago]. | 2021-03-15
The envoy left [two weeks ago]. | 2021-W09
The envoy left [three months ago]. | 2020-12
The envoy left [a year ago]. | 2020
The envoy left [five years ago]. | 2016
The envoy left [about two years ago]. | 2019
The envoy left [more than ten years ago]. | 2011
The line was drawn [a century ago]. | 1921
The line was drawn [two decades ago]. | 2001
The line was drawn [decades ago]. | PAST_REF
The gunmen fled [two hours ago]. | 2021-03-18
The plan takes effect [two years from now]. | 2023
He arrived on [March 1]. [The same day], he met the premier. | 2021-03-01 2021-03-01
He arrived on [March 1]. [Two days later], he left. | 2021-03-01 2021-03-03
He arrived on [March 1]. [The next day], he left. | 2021-03-01 2021-03-02
He arrived on [March 1]. [The previous day], riots broke out. | 2021-03-01 2021-02-28
He took power in [1999]. [The following year], war broke out. | 1999 2000
He took power in [1999]. [Two years later], war broke out. | 1999 2001
The truce was signed in [May 2012]. [That month], aid arrived. | 2012-05 2012-05
[Two days later], he left. | P2D
He left [a year and a half ago]. | 2019-09
He came on [March 12]. He had been there [the previous Monday]. | 2021-03-12 2021-03-08
The council meets [twice a year]. | P1Y
The siege lasted [a year and a half]. | P1Y6M
The mission ends at [the end of this month]. | 2021-03
The mission ends by [year-end]. | 2021-12-31
Shots were heard over [the weekend]. | 2021-W10-WE
The party meets [this weekend]. | 2021-W11-WE
The party met [last weekend]. | 2021-W10-WE
"""

DURATIONS = """
The siege lasted [two years]. | P2Y
The siege lasted [18 months]. | P18M
The siege lasted [twenty-two days]. | P22D
The siege lasted [two and a half years]. | P2Y6M
The siege lasted [2 1/2 years]. | P2Y6M
The siege lasted [six weeks]. | P6W
The siege lasted [a year]. | P1Y
The siege lasted [several months]. | PXM
The siege lasted [a few days]. | PXD
The siege lasted [a couple of weeks]. | PXW
The siege lasted for [weeks]. | PXW
The siege lasted [more than a year]. | P1Y
The siege lasted [at least 40 days]. | P40D
The siege lasted [less than two months]. | P2M
The siege lasted [almost three decades]. | P30Y
The siege lasted [half a century]. | P50Y
The siege lasted [an entire month]. | P1M
The talks lasted [four hours]. | PT4H
The talks lasted [half an hour]. | PT30M
The talks lasted [90 minutes]. | PT90M
The firing went on for [30 seconds]. | PT30S
After a [two-hour] meeting they parted. | PT2H
They began a [three-day] visit. | P3D
The [eight-year] war ended. | P8Y
They spent [two nights] in the port. | P2NI
The [decade-long] dispute goes on. | P10Y
The embargo of [the last two years] hurt farmers. | P2Y
Floods are feared over [the next three months]. | P3M
Raids have grown in [recent months]. | PXM
Raids will grow in [the coming weeks]. | PXW
It was the driest spell in [the past 20 years]. | P20Y
They marched for [three straight days]. | P3D
Prices rose for [the first nine months] of [1993]. | P9M 1993
A [weeklong] truce held. | P1W
He got [four-and-a-half years]. | P4Y6M
The [17-year-old] war has ruined the land. | P17Y
The port was shut for [some time]. | PXX
The guard waited for [a while]. | PXX
Envoys met [every week]. | P1W
Envoys meet [each Thursday]. | XXXX-WXX-4
Envoys meet on [Mondays]. | XXXX-WXX-1
Envoys meet [every two years]. | P2Y
The fund pays $40 million [a year]. | P1Y
The council reports [annually]. | P1Y
Markets open [every morning]. | XXXX-XX-XXTMO
"""

REFERENCES = """
The border is [now] closed. | PRESENT_REF
The border is [currently] closed. | PRESENT_REF
The [current] truce is weak. | PRESENT_REF
Few cross the border [these days]. | PRESENT_REF
The two states [recently] traded fire. | PAST_REF
The [recent] clashes worried Rome. | PAST_REF
In [the past], the tribe kept out of it. | PAST_REF
The troops will leave [soon]. | FUTURE_REF
No one can tell what [the future] holds. | FUTURE_REF
The shelling stopped in [the early hours of Tuesday]. | 2021-03-16
"""

CLOCKS = """
The quake struck at [9:30 a.m.] | 2021-03-18T09:30
The quake struck at [7 p.m.] | 2021-03-18T19:00
The quake struck at [1430 GMT]. | 2021-03-18T14:30Z
The quake struck at [14:30 GMT]. | 2021-03-18T14:30Z
The quake struck at [noon] on the coast. | 2021-03-18T12:00
The quake struck at [10 p.m. Monday]. | 2021-03-15T22:00
The quake struck on [Monday at 6:15 a.m.] | 2021-03-15T06:15
The quake struck at [9:30 p.m. local time]. | 2021-03-18T21:30
The quake struck at [10:30 Monday night]. | 2021-03-15T22:30
The quake struck at [eight o'clock this morning]. | 2021-03-18T08:00
Tanks rolled in on [the night of Feb. 2]. | 2021-02-02TNI
The deadline ends at [midnight]. | 2021-03-18T24:00
The troops attacked at [dawn]. | 2021-03-18TMO
"""

HOLIDAYS = """
The pope spoke on [Christmas Day]. | 2020-12-25
The truce will hold until [Easter]. | 2021-04-04
The pope will speak on [Easter Sunday]. | 2021-04-04
The army fired salutes on [New Year's Day]. | 2021-01-01
The president spoke on [Labor Day]. | 2020-09-07
The family met on [Thanksgiving]. | 2020-11-26
The pair met on [Good Friday]. | 2020-04-10
The truce will hold through [Ramadan]. | XXXX-XX
The two chiefs spoke on [Nowruz]. | XXXX-XX-XX
Prisoners were freed for [Eid al-Fitr]. | XXXX-XX-XX
The shrine was closed on [Ashura]. | XXXX-XX-XX
The law was passed after [9/11]. | 2001-09-11
"""

BUSINESS = """
Profit rose in [the third quarter]. | 1994-Q3
Profit rose in [the third quarter] from [a year earlier]. | 1994-Q3 1993-Q3
The firm posted a [second-quarter] loss. | 1994-Q2
The firm expects a loss for [the fourth quarter]. | 1994-Q4
Orders will fall in [the first quarter]. | 1995-Q1
Orders fell in [the first quarter of 1992]. | 1992-Q1
Orders fell in [the fourth quarter]. | 1994-Q4
Orders fell in [the first half of 1993]. | 1993-H1
Orders fell in [the second half of last year]. | 1993-H2
Sales grew in [fiscal 1993]. | 1993
Sales grew in [the current fiscal year]. | 1994
Sales grew [last quarter]. | 1994-Q3
Sales grew in [the latest quarter]. | 1994-Q3
For [the nine months], it lost $2 million. | P9M
For [the year] ended [June 30], it lost $2 million. | P1Y 1994-06-30
Sales grew in [the 1993 third quarter]. | 1993-Q3
Sales rose in [the second quarter], from [the same quarter of 1988]. | 1994-Q2 1988-Q2
Sales rose in [the week] ended [Oct. 22]. | P1W 1994-10-22
Sales fell in [last year's third quarter]. | 1993-Q3
Sales fell in [the 1993 fiscal year]. | 1993
Sales fell in its [fiscal year]. | 1994
Sales fell in [the first six months] of [1994]. | P6M 1994
Sales fell in [the latest period]. | 1994-Q3
Sales fell in [early 1994]. | 1994
Sales rose in [the second quarter], from [the year-earlier period]. | 1994-Q2 1993-Q2
Sales rose in [the second quarter] over [the same period last year]. | 1994-Q2 1993-Q2
Sales rose to $3 million in [June], up from $2 million [a year ago]. | 1994-06 1993
The notes are due [Oct. 15, 1999]. | 1999-10-15
The notes fall due [Dec. 1]. | 1994-12-01
The [10-year] bond fell. | P10Y
"""

NOTHING = """
The 17-year-old boy was shot.
She is 61 years old.
He is a 34-year-old officer.
The 40-year-olds marched.
Those 18 years of age may vote.
About 2,015 troops crossed the river.
Some 1990 people fled the valley.
The company spent $1998 on tents.
The march reached the palace.
The rebels may march on the town.
He may go.
He came second.
Three-quarters of the port burned.
As soon as the rain stops, they march.
The sun set over Friday Harbor Road.
Prices will fall.
The well has a spring.
They were second to none.
It was the third strike in as many weeks.
The envoy told USA Today that he had no plan.
The 15th brigade crossed the river.
The 21st amendment failed.
Theresa May flew home and May smiled.
Mr. May told April Jones that June Carter had left.
"""


def _cases(table: str, published: str | None) -> list[tuple[str, list[str], list[str], str | None]]:
    out = []
    for line in filter(None, table.splitlines()):
        marked, _, values = line.partition(" | ")
        out.append((MARKED.sub(r"\1", marked), MARKED.findall(marked), values.split(), published))
    return out


CASES = [
    *_cases(DAYS + DATES + RELATIVE + DURATIONS + REFERENCES + CLOCKS + HOLIDAYS + NOTHING, THURSDAY),
    *_cases(BUSINESS, OCTOBER),
]


@pytest.mark.parametrize(("text", "marked", "values", "published"), CASES)
def test_the_marked_expressions_are_found_with_their_values(
    read: Read, text: str, marked: list[str], values: list[str], published: str | None
) -> None:
    found = find_times(read(text, published), RULES)
    assert [(t.text, t.value) for t in found] == list(zip(marked, values, strict=True))
