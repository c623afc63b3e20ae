"""The parties of an article and which of them stands where: what the coder asks of the resolvers."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.record import Actor


@dataclass(frozen=True, slots=True)
class Cast:
    """`actors` in order of first mention; `head` and `cover` give the actor of a token.

    `head` maps the head token of a mention to its actor; `cover` maps every token inside a mention to the actor of the
    smallest mention over it.
    """

    actors: tuple[Actor, ...]
    head: dict[int, str]
    cover: dict[int, str]

    def at(self, token: int) -> str | None:
        """The actor whose mention is headed by the token, else the one whose mention covers it."""
        return self.head.get(token) or self.cover.get(token)
