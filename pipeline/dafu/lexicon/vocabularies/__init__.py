"""The typed shape of every vocabulary file. One class a file or table; the words are in the files."""

from dafu.lexicon.vocabularies.facts import (
    FigureWords,
    NumberWords,
    PeriodPhrases,
    PeriodWords,
    UnitWords,
)
from dafu.lexicon.vocabularies.head import (
    ClosingWords,
    LetterheadWords,
    OrganWords,
    SubmissionWords,
)
from dafu.lexicon.vocabularies.items import (
    ActorWords,
    AspectWords,
    FlagWords,
    FormulaWords,
    ItemWords,
    PlanWords,
    RefusalWords,
    StrengthWords,
)
from dafu.lexicon.vocabularies.layout import (
    LayoutWords,
    ZoneWords,
)
from dafu.lexicon.vocabularies.names import (
    DivisionWords,
    DocumentWords,
    EntityWords,
    PlacePhrases,
    PlaceWords,
)
from dafu.lexicon.vocabularies.outline import (
    OutlineWords,
    RoleWords,
)

__all__ = [
    "ActorWords",
    "AspectWords",
    "ClosingWords",
    "DivisionWords",
    "DocumentWords",
    "EntityWords",
    "FigureWords",
    "FlagWords",
    "FormulaWords",
    "ItemWords",
    "LayoutWords",
    "LetterheadWords",
    "NumberWords",
    "OrganWords",
    "OutlineWords",
    "PeriodPhrases",
    "PeriodWords",
    "PlacePhrases",
    "PlaceWords",
    "PlanWords",
    "RefusalWords",
    "RoleWords",
    "StrengthWords",
    "SubmissionWords",
    "UnitWords",
    "ZoneWords",
]
