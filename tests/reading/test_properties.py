"""What holds for every message: figures come back, marks and politeness change nothing, nothing raises."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.reading import Context, Reading, read
from bot.domain.reading.words import normalise
from handlers.texts.numbers import amount, count, number
from tests.reading.scoring import HERE, lines, of_plan, reader, without_marks
from tests.reading.ward import NOW, WARD, said

LABELLED = [*lines(HERE / "unseen.jsonl"), *lines(HERE / "adversarial.jsonl")]
OF_PLANS = [*lines(HERE / "plans.jsonl"), *lines(HERE / "plans_again.jsonl")]
CORPUS = reader()
ROWS = st.sampled_from([*LABELLED, *OF_PLANS])
TEXTS = st.sampled_from([row["text"] for row in LABELLED])
BEFORE = st.sampled_from(
    [
        "", "dạ ", "Dạ, ", "dạ vâng ", "Dạ thưa anh, ", "Thưa đồng chí, ", "dạ em báo cáo anh ",
        "em báo cáo ạ: ", "Em báo cáo chị: ", "Kính gửi anh, em gửi số liệu: ", "Kính thưa chị, ",
        "da a oi ", "chị ơi ", "Chị ơi, ", "a ơi, ", "em chào chị, ", "Em chào anh ạ. ", "báo cáo anh ",
        "Báo cáo đồng chí: ", "e báo a ", "em xin phép báo cáo: ", "Em xin báo cáo, ", "em gửi chị ",
        "dạ a ", "Vâng ạ, ", "Kính báo cáo: ",
    ]
)  # fmt: skip
AFTER = st.sampled_from(
    [
        "", " ạ", " ạ!", " ạ.", " nha anh", " nhé chị", " nhé", " a", ". Em cảm ơn anh", " anh ơi",
        " nha", " nhen", " luôn ạ", " nghen chị", ", em cảm ơn ạ", ". Trân trọng.",
        ". Em cảm ơn chị nhiều ạ", " anh nhé", "!", " vậy ạ", " nè chị", ". Kính báo cáo.",
        "\nEm cảm ơn ạ", ". Thanks chị", " thưa anh",
    ]
)  # fmt: skip
TOLD = ("kind", "indicator", "value", "numerator", "denominator", "date", "percent_stated", "asks", "items")


def told(row: Mapping[str, Any], text: str) -> dict[str, object]:
    """What is understood of a text in place of a labelled one, without what only points into it."""
    corpus = of_plan(row["plan"]) if "plan" in row else CORPUS
    prediction = corpus.predict({**row, "text": text})["pred"]
    return {field: prediction.get(field) for field in TOLD}


def kept(reading: Reading) -> tuple[object, ...]:
    """What would be stored or asked; the place in the text and the typed words aside."""
    reasons = tuple(doubt.reason for doubt in reading.doubts)
    return (
        reading.kind,
        reading.item,
        reading.value,
        reading.numerator,
        reading.denominator,
        reading.date,
        reasons,
    )


def decimals(largest: str, places: int) -> st.SearchStrategy[Decimal]:
    return st.decimals("0", largest, places=places, allow_nan=False, allow_infinity=False)


@given(st.integers(0, 99_999_999))
def test_a_printed_count_is_read_back(value: int) -> None:
    for text in (f"BHXH {number(Decimal(value))} người", f"bhxh {count(value)}", f"bhxh: {value}"):
        (reading,) = read(text, WARD, Context(NOW, settled=frozenset({("CT03", "outlier")})))
        assert (reading.item, reading.value, reading.doubts) == ("CT03", Decimal(value), ())


@given(decimals("100", 2))
@example(Decimal("97.50"))
def test_a_printed_rate_is_read_back(value: Decimal) -> None:
    (reading,) = said(f"bhyt {amount(value, '%')}")
    assert (reading.kind, reading.value) == ("percent", value)
    assert {doubt.reason for doubt in reading.doubts} <= {"outlier"}


@given(st.integers(1, 9_999_999), st.sampled_from([10**3, 10**6, 10**9, 1]))
@example(312_625, 10**3)
def test_printed_money_is_read_back_or_asked_with_the_right_choice(value: int, scale: int) -> None:
    exact = Decimal(value * scale)
    settled = frozenset({("CT05", "outlier")})
    (reading,) = read(f"thu ns {amount(exact, 'đồng')}", WARD, Context(NOW, settled=settled))
    offered = [choice.value for doubt in reading.doubts for choice in doubt.candidates]
    assert exact in (offered if reading.doubts else [reading.value])


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_a_printed_ratio_is_read_back(a: int, b: int) -> None:
    (reading,) = said(f"hồ sơ tthc {number(Decimal(a))}/{number(Decimal(b))}")
    assert (reading.numerator, reading.denominator) == (Decimal(a), Decimal(b))


@given(decimals("9000", 1))
def test_a_printed_measure_is_read_back(value: Decimal) -> None:
    (reading,) = said(f"xuống giống {amount(value, 'ha')}")
    assert reading.value == value


@settings(max_examples=200)
@given(ROWS)
def test_without_marks_a_message_says_the_same_or_is_asked(row: dict[str, Any]) -> None:
    marked, plain = told(row, row["text"]), told(row, without_marks(row["text"]))
    same = all(marked[field] == plain[field] for field in TOLD if field != "asks")
    assert same or plain["asks"]


@settings(max_examples=250)
@given(BEFORE, ROWS, AFTER)
def test_politeness_never_changes_a_message(before: str, row: dict[str, Any], after: str) -> None:
    assert told(row, f"{before}{row['text']}{after}") == told(row, row["text"])


@settings(max_examples=250)
@given(BEFORE.filter(lambda said: said != "dạ "), ROWS, AFTER)  # "da" alone may be "đã"
def test_politeness_without_marks_changes_nothing_or_is_asked(
    before: str, row: dict[str, Any], after: str
) -> None:
    plain = told(row, without_marks(row["text"]))
    polite = told(row, without_marks(f"{before}{row['text']}{after}"))
    assert polite == plain or polite["asks"]


@settings(max_examples=200)
@given(BEFORE, TEXTS, AFTER)
def test_politeness_never_changes_what_another_ward_understands(before: str, text: str, after: str) -> None:
    alone = [kept(reading) for reading in said(text)]
    polite = [kept(reading) for reading in said(f"{before}{text}{after}")]
    assert polite == alone or (not alone and [row[0] for row in polite] == ["greeting"])


@settings(max_examples=300)
@example("\u200b" * 50)
@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    said(text)
    said(text, "CT03", last="182")


VIETNAMESE = st.text(alphabet="bhytxhđạtkưởàéĂ 0123456789.,/%-–tr tỷ đ\n()?:;‰", max_size=60)


@settings(max_examples=400)
@given(VIETNAMESE)
def test_every_value_cites_the_words_and_the_rule_that_yield_it(text: str) -> None:
    for reading in said(f"bhxh {text}", "CT03"):
        if reading.value is None:
            continue
        start, end = reading.span
        assert reading.rule
        assert 0 <= start < end <= len(normalise(f"bhxh {text}"))


@settings(max_examples=200)
@given(TEXTS, st.sampled_from(["CT03", "CT01", None]))
def test_choices_can_be_stored_as_they_stand(text: str, about: str | None) -> None:
    for reading in said(text, about, last="182" if about else None):
        for doubt in reading.doubts:
            assert all(choice.kind != "ambiguous" for choice in doubt.candidates if choice.value is not None)
