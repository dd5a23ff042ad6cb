"""Many files: what to process, and exactly one outcome for each, whatever happens on the way."""

from dafu.batch.choose import Selection
from dafu.batch.run import Options, Summary, run
from dafu.batch.task import Limits
from dafu.sinks.run_folder import Outcome

__all__ = ["Limits", "Options", "Outcome", "Selection", "Summary", "run"]
