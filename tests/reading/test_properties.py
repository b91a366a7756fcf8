"""What holds for every message: figures come back, marks and politeness change nothing, nothing raises."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.reading import Context, Reading, read
from bot.domain.reading.words import normalise
from handlers.texts.numbers import amount, count, number
from tests.reading.scoring import HERE, lines, reader, without_marks
from tests.reading.ward import NOW, WARD, said

LABELLED = lines(HERE / "unseen.jsonl")
CORPUS = reader()
TEXTS = st.sampled_from([row["text"] for row in LABELLED])
BEFORE = st.sampled_from(
    [
        "dạ ",
        "Dạ thưa anh, ",
        "dạ em báo cáo anh ",
        "Em báo cáo chị: ",
        "Kính gửi anh, em gửi số liệu: ",
        "da a oi ",
    ]
)
AFTER = st.sampled_from(["", " ạ", " ạ!", " nha anh", " nhé chị", " a", ". Em cảm ơn anh", " anh ơi"])


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
@given(st.sampled_from(LABELLED))
def test_without_marks_a_message_says_the_same_or_is_asked(row: dict[str, object]) -> None:
    marked = CORPUS.predict(row)["pred"]
    plain = CORPUS.predict({**row, "text": without_marks(str(row["text"]))})["pred"]
    same = all(
        marked.get(field) == plain.get(field) for field in ("kind", "indicator", "value", "date", "items")
    )
    assert same or plain["asks"]


@settings(max_examples=400)
@given(BEFORE, st.sampled_from(LABELLED), AFTER)
def test_politeness_never_changes_a_message(before: str, row: dict[str, object], after: str) -> None:
    alone = CORPUS.predict(row)["pred"]
    polite = CORPUS.predict({**row, "text": f"{before}{row['text']}{after}"})["pred"]
    told = ("kind", "indicator", "value", "numerator", "denominator", "date", "asks", "items")
    assert [polite.get(field) for field in told] == [alone.get(field) for field in told]


@settings(max_examples=200)
@given(BEFORE, TEXTS, AFTER)
def test_politeness_never_changes_what_another_ward_understands(before: str, text: str, after: str) -> None:
    alone = [kept(reading) for reading in said(text)]
    polite = [kept(reading) for reading in said(f"{before}{text}{after}")]
    assert polite == alone or (not alone and [row[0] for row in polite] == ["greeting"])


@settings(max_examples=300)
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
