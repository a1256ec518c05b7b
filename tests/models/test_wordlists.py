"""Synonyms as an editor types them."""

import pytest
from django.core.exceptions import ValidationError

from initiatives.models import Synonyms


def cleaned(words: str) -> str:
    synonyms = Synonyms(words=words)
    synonyms.clean()
    return synonyms.words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("jobb,arbeid", "jobb, arbeid"),
        ("  Jobb ,ARBEID , ", "jobb, arbeid"),
        ("arbeid, jobb, Arbeid", "arbeid, jobb"),
        ("år, 2, ŋ", "år, 2, ŋ"),
    ],
)
def test_synonyms_are_kept_in_one_way(typed, kept) -> None:
    assert cleaned(typed) == kept


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("jobb, fast arbeid", "«fast arbeid» er ikkje eitt enkelt ord."),
        ("a-b, fast arbeid", "«a-b» er ikkje eitt enkelt ord."),
        ("jobb", "Skriv minst to ord, med komma mellom."),
        ("jobb, JOBB", "Skriv minst to ord, med komma mellom."),
        (", ,", "Skriv minst to ord, med komma mellom."),
    ],
)
def test_synonyms_that_say_nothing_are_refused(typed, message) -> None:
    with pytest.raises(ValidationError) as refused:
        cleaned(typed)
    assert refused.value.message_dict == {"words": [message]}


def test_words_one_by_one() -> None:
    assert Synonyms(words=" Jobb,,arbeid ").listed == ["jobb", "arbeid"]
