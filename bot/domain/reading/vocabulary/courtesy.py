"""Polite words around a message. PARTICLES are written as they are typed, with marks and without."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# Who is spoken to
ADDRESSED: frozenset[str] = frozenset(
    ("anh", "chi", "em", "bac", "chu", "co", "ong", "ba", "sep", "e", "c", "vang", "thua")
)

# Who reports: "chiều mai tui gửi", "thứ 5 tụi em nộp", "8h cháu báo"
SPEAKERS: frozenset[str] = frozenset(("em", "e", "minh", "toi", "tui", "ben", "bon", "chung", "chau"))

# What a word of address is when one of these follows: "dạ chỉ tiêu", "dạ chi ngân sách"
NOT_ADDRESSED: frozenset[str] = frozenset(("tieu", "ngan", "ns", "nsnn", "tra", "bo", "phi", "thi", "hoi"))

# Cried before what is put right: "chết cha em gõ lộn"; a bare "chết 2 người" is none
_CRIED = listed(
    """
    chet cha | chet me | chet mo | chet chua | chet that | chet em roi | thoi chet | thoi roi | troi oi |
    troi dat oi | troi dat | oi troi | oi troi oi | oi gioi oi | gioi oi | oi doi | ui cha | ui troi |
    ui troi oi | u oi | ay da | ui da | tieu roi | hoi oi
    """
)

# In front: "dạ thưa anh", "kính gửi chị, em báo cáo:"
OPENINGS: tuple[str, ...] = _CRIED + listed(
    """
    da | vang | da vang | da thua | da thua anh | da thua chi | thua anh | thua chi | thua sep |
    thua dong chi | kinh gui anh | kinh gui chi | kinh gui dong chi | kinh thua anh | kinh thua chi |
    kinh thua dong chi | anh | chi | anh oi | chi oi | a oi | c oi | da anh | da chi | da a |
    da a oi | da anh oi | da chi oi | da e oi | em chao anh | em chao chi | chao anh | chao chi |
    bao cao anh | bao cao chi | bao cao dong chi | bao cao lanh dao | bao cao sep | kinh bao cao |
    em bao cao anh | em bao cao chi | em bao cao dong chi | em xin bao cao | em xin phep bao cao |
    em bao cao a | em bao cao : | em bao cao so lieu | em gui so lieu : | em gui so lieu a |
    em gui anh so lieu : | em bao cao ket qua : | em chao anh a | em chao chi a | chao anh a |
    chao chi a | vang a | da vang a | em gui anh | em gui chi | em bao anh | em bao chi | em bao a |
    e bao a | e bao c | e bao cao a | e gui a | bao cao voi anh | em bao : | em gui : | e bao : |
    bao cao : | kinh gui
    """
)

# Behind, after a full stop or a comma: "Em cảm ơn anh", "Trân trọng."
CLOSINGS: tuple[str, ...] = listed(
    """
    em cam on | cam on | tran trong | xin cam on | em xin cam on | e cam on | thanks | tks |
    kinh bao cao | mong anh | mong chi | nho anh | nho chi | kinh de nghi | chuc anh | chuc chi |
    em chao
    """
)

PARTICLES: frozenset[str] = frozenset(
    listed(
        """
        ạ | a | ah | nha | nhé | nhe | nhen | nghen | nghe | nè | ne | hen | ha | anh | chị | chi |
        em | e | c | ơi | oi | bác | bac | chú | chu | sếp | sep | vậy | vay | luôn | luon | thưa | thua
        """
    )
)
