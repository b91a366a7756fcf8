"""What the parts of a count are called, kind by kind: men and women, countries, what was done to them."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

COUNTRIES: tuple[str, ...] = listed(
    """
    nhat | nhat ban | han | han quoc | dai | dai loan | duc | my | phap | trung quoc | malaysia | ma lai |
    singapore | sing | uc | canada | rumani | ba lan | hungary | a rap | thai lan | trung dong | chau au
    """
)
PARTS: tuple[tuple[str, ...], ...] = (
    listed("nam | nu"),
    COUNTRIES,
    listed("trong nuoc | ngoai nuoc | nuoc ngoai | trong tinh | ngoai tinh"),
    listed("xay moi | xay | cat moi | cat | dung moi | lam moi | sua chua | sua | nang cap | cai tao"),
    listed("khieu nai | to cao | kien nghi | phan anh"),
)
