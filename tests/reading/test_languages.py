"""The language of a text."""

from __future__ import annotations

import pytest

from dragoman.reading.intake import read_object
from dragoman.reading.languages import detect
from dragoman.settings import Settings

SENTENCES = {
    "en": "The minister said on Monday that the government would not take part in the talks with its neighbours.",
    "de": "Der Minister sagte am Montag, dass die Regierung nicht an den Gesprächen mit den Nachbarn teilnehmen wird.",
    "fr": "Le ministre a dit lundi que le gouvernement ne prendrait pas part aux discussions avec les pays voisins.",
    "es": "El ministro dijo el lunes que el gobierno no va a participar en las conversaciones con los países vecinos.",
    "it": "Il ministro ha detto lunedì che il governo non parteciperà ai colloqui con i paesi vicini della regione.",
    "pt": "O ministro disse na segunda-feira que o governo não vai participar das conversas com os países vizinhos.",
    "nl": "De minister zei maandag dat de regering niet aan de gesprekken met de buurlanden zal deelnemen.",
    "tr": "Bakan pazartesi günü yaptığı açıklamada hükümetin komşu ülkeler ile bu yıl için görüşmeyeceğini dedi.",
    "id": "Menteri mengatakan pada hari Senin bahwa pemerintah tidak akan ikut dalam pembicaraan dengan negara itu.",
    "ru": "Министр сказал в понедельник, что правительство не будет участвовать в переговорах с соседями.",
    "uk": "Міністр сказав у понеділок, що уряд не буде брати участь у переговорах із сусідами, як і в минулому році.",
    "ar": "قال الوزير يوم الاثنين إن الحكومة لن تشارك في المحادثات مع الدول المجاورة التي بدأت هذا العام",
    "fa": "وزیر روز دوشنبه گفت که دولت در گفتگو با همسایگان که از سال گذشته شروع شده است شرکت نمی کند",
    "zh": "部长周一表示，政府不会参加与邻国的谈判。",
    "ja": "大臣は月曜日に、政府は隣国との協議に参加しないと述べた。",
    "ko": "장관은 월요일에 정부가 이웃 나라들과의 회담에 참여하지 않을 것이라고 말했다.",
    "el": "Ο υπουργός είπε τη Δευτέρα ότι η κυβέρνηση δεν θα συμμετάσχει στις συνομιλίες.",
    "he": "השר אמר ביום שני שהממשלה לא תשתתף בשיחות עם המדינות השכנות.",
}


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_a_sentence_is_in_its_language(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "1234 56", "Nawaf Al-Example said.", "U.S. gives aid to Peru."])
def test_nothing_is_said_of_too_little_text(text: str) -> None:
    assert detect(text) is None


def test_a_long_text_in_no_known_language_is_undetermined() -> None:
    assert detect("qwort blenk mirp sador " * 20) == "und"


def test_another_language_is_not_coded_and_told() -> None:
    article = read_object({"id": "d", "text": SENTENCES["de"]}, Settings())
    assert article.outcome is not None
    assert (article.outcome.status, article.outcome.reason) == ("not_coded", "not English: language de")
    assert article.document.language == "de"
    assert article.document.blocks


@pytest.mark.parametrize(("given", "coded"), [("en-GB", True), ("EN", True), ("fr", False), ("de_AT", False)])
def test_a_language_from_outside_is_believed(given: str, coded: bool) -> None:
    article = read_object({"id": "d", "text": "Talks resume.", "language": given}, Settings())
    assert (article.outcome is None) == coded
