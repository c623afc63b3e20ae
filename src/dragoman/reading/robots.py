"""What a site's robots.txt allows, by RFC 9309."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

MOST_BYTES = 500_000
LONGEST_DELAY = 60.0  # seconds; a site that asks for more is asked to be left alone by hand


class Robots:
    """The rules of one site for one agent.

    Args:
        status: of the answer to /robots.txt; 0 if there was none. A file that does not exist allows everything; a
            server that fails allows nothing.
        agent: the name that the rules are looked up by.
    """

    def __init__(self, status: int, raw: bytes, agent: str) -> None:
        self._agent = agent
        self._parser = RobotFileParser()
        if status == 200:
            self._parser.parse(raw[:MOST_BYTES].decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
        self._all = 400 <= status < 500
        self._none = status == 0 or status >= 500

    def allows(self, url: str) -> bool:
        """Whether the agent may fetch a URL of the site."""
        if self._all or self._none:
            return self._all
        return self._parser.can_fetch(self._agent, url)

    @property
    def delay(self) -> float:
        """Seconds that the site asks for between two requests."""
        if self._all or self._none:
            return 0.0
        asked = self._parser.crawl_delay(self._agent)
        return min(float(asked), LONGEST_DELAY) if asked else 0.0
