"""Many files: what to process, and exactly one outcome for each."""

from dafu.batch.plan import Input, Plan, Skipped, plan_run
from dafu.batch.run import Summary, run, run_all
from dafu.sinks.run_folder import Outcome

__all__ = ["Input", "Outcome", "Plan", "Skipped", "Summary", "plan_run", "run", "run_all"]
