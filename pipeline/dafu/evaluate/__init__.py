"""Gold against records: scores, error lists, gains and losses (contract, gold.md)."""

from dafu.evaluate.baseline import Comparison, Difference, compare
from dafu.evaluate.corpus import Evaluation, Failure, evaluate
from dafu.evaluate.letter import Judged, judge_letter
from dafu.evaluate.scores import ALL_FIELDS, Score, scores_of
from dafu.evaluate.verdicts import COMPLETE, EXACT, FOUND, TEXT, Verdict

__all__ = [
    "ALL_FIELDS", "COMPLETE", "EXACT", "FOUND", "TEXT", "Comparison", "Difference", "Evaluation",
    "Failure", "Judged", "Score", "Verdict", "compare", "evaluate", "judge_letter", "scores_of",
]  # fmt: skip
