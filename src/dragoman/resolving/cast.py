"""The parties of an article and which of them stands where: what the coder asks of the resolvers."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.record import Actor


@dataclass(frozen=True, slots=True)
class Cast:
    """`actors` in order of first mention; `head` and `cover` give the actor of a token.

    `head` maps the head token of a mention to its actor; `cover` maps every token inside a mention to the actor of the
    smallest mention over it. `group` has the head tokens that mean several actors ("both sides").
    """

    actors: tuple[Actor, ...]
    head: dict[int, str]
    cover: dict[int, str]
    group: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def at(self, token: int) -> str | None:
        """The actor whose mention is headed by the token, else the one whose mention covers it."""
        return self.head.get(token) or self.cover.get(token)

    def all_at(self, token: int) -> tuple[str, ...]:
        """All actors that the token stands for: several for "both sides" or "the two leaders"."""
        if token in self.group:
            return self.group[token]
        one = self.at(token)
        return (one,) if one else ()
