"""Many shapes of a clause come to one: the plain active clause with its arguments by role."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.coding.lexicon import Lexicon
from dragoman.language.clauses import Clause, clause_at
from dragoman.language.grammar import Grammar
from dragoman.language.reading import Reading
from dragoman.tables.table import Tables

# sentence; predicate as it stands; role=words parted by "/", several roles parted by "; "
SHAPES = [
    # active, passive
    ("Chad attacked Mali.", "attacked", "subj=Chad; obj=Mali"),
    ("Mali was attacked by Chad.", "attacked", "subj=Chad; obj=Mali"),
    ("Mali has been attacked.", "attacked", "obj=Mali"),
    ("Mali and Niger were attacked by Chad.", "attacked", "subj=Chad; obj=Mali/Niger"),
    ("The soldiers had attacked Mali before.", "attacked", "subj=soldiers; obj=Mali"),
    ("Ghana gave money to Togo.", "gave", "subj=Ghana; obj=money; to=Togo"),
    ("Money was given to Togo by Ghana.", "given", "subj=Ghana; obj=Money; to=Togo"),
    ("Togo was given money by Ghana.", "given", "subj=Ghana; obj=money; to=Togo"),
    ("The envoy got arrested in Niger.", "arrested", "obj=envoy; in=Niger"),
    # coordination
    ("Chad and Mali attacked the rebels.", "attacked", "subj=Chad/Mali; obj=rebels"),
    ("Chad attacked rebels and bandits.", "attacked", "subj=Chad; obj=rebels/bandits"),
    ("Chad attacked the town and arrested the mayor.", "arrested", "subj=Chad; obj=mayor"),
    ("The mayor was arrested and deported by Chad.", "deported", "subj=Chad; obj=mayor"),
    ("Kenya will send troops and deliver food.", "deliver", "subj=Kenya; obj=food"),
    # relatives and participles
    ("The rebels who attacked Mali fled.", "attacked", "subj=rebels; obj=Mali"),
    ("The town that Chad attacked burned.", "attacked", "subj=Chad; obj=town"),
    ("The town which was attacked by Chad burned.", "attacked", "subj=Chad; obj=town"),
    ("The town attacked by Chad burned.", "attacked", "subj=Chad; obj=town"),
    ("The rebels attacking Mali fled.", "attacking", "subj=rebels; obj=Mali"),
    ("Chad withdrew its troops, accusing Mali of betrayal.", "accusing", "subj=Chad; obj=Mali; of=betrayal"),
    ("The group issued a statement condemning Mali.", "condemning", "subj=group; obj=Mali"),
    # control and raising
    ("Kenya wants Sudan to withdraw its troops.", "withdraw", "subj=Sudan; obj=troops"),
    ("Kenya wants Sudan to withdraw its troops.", "wants", "subj=Kenya; obj=Sudan; comp=withdraw"),
    ("Kenya urged Sudan to withdraw its troops.", "withdraw", "subj=Sudan; obj=troops"),
    ("Sudan was urged by Kenya to withdraw.", "urged", "subj=Kenya; obj=Sudan; comp=withdraw"),
    ("Sudan was urged by Kenya to withdraw.", "withdraw", "subj=Sudan"),
    ("Kenya promised to send aid.", "send", "subj=Kenya; obj=aid"),
    ("Kenya called on Sudan to withdraw its troops.", "called", "subj=Kenya; on=Sudan; comp=withdraw"),
    ("Kenya called on Sudan to withdraw its troops.", "withdraw", "subj=Sudan; obj=troops"),
    ("Kenya accused Sudan of arming rebels.", "arming", "subj=Sudan; obj=rebels"),
    ("Kenya accused Sudan of arming rebels.", "accused", "subj=Kenya; obj=Sudan; of=arming"),
    ("Kenya condemned Sudan for arming rebels.", "arming", "subj=Sudan; obj=rebels"),
    ("Kenya stopped arming rebels.", "arming", "subj=Kenya; obj=rebels"),
    ("Kenya is ready to meet Sudan.", "meet", "subj=Kenya; obj=Sudan"),
    ("Kenya is ready to meet Sudan.", "ready", "subj=Kenya; comp=meet"),
    ("Kenya forced Sudan to leave.", "leave", "subj=Sudan"),
    ("Kenya's decision to expel the envoy angered Sudan.", "expel", "subj=Kenya; obj=envoy"),
    ("Kenya made an effort to free the envoy.", "free", "subj=Kenya; obj=envoy"),
    ("A request from Kenya to meet the envoy was refused.", "meet", "subj=Kenya; obj=envoy"),
    ("What Kenya wants from Sudan is that it withdraws.", "wants", "subj=Kenya; from=Sudan; comp=withdraws"),
    # prepositions on the verb and on its object
    ("Kenya imposed sanctions on Sudan.", "imposed", "subj=Kenya; obj=sanctions; obj.on=Sudan"),
    ("Kenya withdrew its ambassador from Sudan.", "withdrew", "obj=ambassador"),
    ("Kenya moved its embassy out of Sudan.", "moved", "obj=embassy; of=Sudan"),
    ("According to Kenya, Sudan attacked Chad.", "attacked", "subj=Sudan; obj=Chad"),
    # nouns with arguments of their own
    ("Russia's attack on Georgia began.", "attack", "poss=Russia; on=Georgia"),
    ("The attack by Russia on Georgia began.", "attack", "subj=Russia; on=Georgia"),
    ("The Russian attack on Georgia began.", "attack", "mod=Russian; on=Georgia"),
    ("The arrest of the envoy by Kenya drew protests.", "arrest", "subj=Kenya; of=envoy"),
    ("Talks between Kenya and Sudan resumed.", "Talks", "between=Kenya/Sudan"),
    ("A Saudi-led strike hit the town.", "strike", "mod=Saudi/led"),
    ("Fighting between Chad and Mali went on.", "Fighting", "between=Chad/Mali"),
    # light verbs, copulas, verbs of happening
    ("Kenya held talks with Sudan.", "talks", "subj=Kenya; with=Sudan"),
    ("Talks were held by Kenya with Sudan.", "Talks", "subj=Kenya; with=Sudan"),
    ("Kenya launched an attack on Sudan.", "attack", "subj=Kenya; on=Sudan"),
    ("Kenya paid a visit to Sudan.", "visit", "subj=Kenya; to=Sudan"),
    ("Kenya is in talks with Sudan.", "talks", "subj=Kenya; with=Sudan"),
    ("The envoy arrived for talks with Sudan.", "talks", "around=envoy; with=Sudan"),
    ("Kenya enjoys the support of Sudan.", "support", "subj=Sudan; obj=Kenya"),
    ("Kenya received an invitation from Sudan.", "invitation", "subj=Sudan; obj=Kenya"),
    ("Talks have started between Kenya and Sudan.", "Talks", "between=Kenya/Sudan"),
    ("Kenya carried out an attack on Sudan.", "attack", "subj=Kenya; on=Sudan"),
    # particles and split parties
    ("The rebels pulled out of the town.", "pulled", "subj=rebels; of=town"),
    ("The rebels laid down their arms.", "laid", "subj=rebels; obj=arms"),
    ("Contacts between Khan and Taliban envoys began.", "Contacts", "between=Khan/envoys"),
]  # fmt: skip


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Lexicon(Tables()).grammar


def clause_of(reading: Reading, word: str, grammar: Grammar) -> Clause:
    """The clause at a word of the text."""
    clause = clause_at(reading, reading.words.index(word), grammar)
    assert clause is not None
    return clause


@pytest.mark.parametrize(("text", "word", "roles"), SHAPES)
def test_a_clause_has_its_arguments_by_role(
    text: str, word: str, roles: str, read: Callable[..., Reading], grammar: Grammar
) -> None:
    reading = read(text)
    found = clause_of(reading, word, grammar).roles
    wanted = dict(part.split("=") for part in roles.split("; "))
    given = {role: "/".join(reading.words[t] for t in found.get(role, ())) for role in wanted}
    assert given == wanted


@pytest.mark.parametrize(
    ("text", "word", "lemmas"),
    [
        ("The rebels pulled out of the town.", "pulled", ("pull out", "pull")),
        ("The army declared a cease-fire.", "fire", ("cease-fire", "fire")),
        ("The union staged a walkout.", "staged", ("stage",)),
        ("Kenya held talks with Sudan.", "talks", ("talk",)),
    ],
)
def test_a_clause_is_looked_up_by_its_dictionary_forms(
    text: str, word: str, lemmas: tuple[str, ...], read: Callable[..., Reading], grammar: Grammar
) -> None:
    assert set(lemmas) <= set(clause_of(read(text), word, grammar).lemmas)


def test_a_light_verb_is_kept_with_its_shift(read: Callable[..., Reading], grammar: Grammar) -> None:
    clause = clause_of(read("Kenya enjoys the support of Sudan."), "support", grammar)
    assert (clause.light, clause.shift) == (1, "passive")
