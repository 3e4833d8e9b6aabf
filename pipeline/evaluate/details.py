"""What every form of a report shows of a task beside its tables, worked out once."""

from dataclasses import dataclass

from pipeline.evaluate.evaluation import TaskResult
from pipeline.evaluate.slices import SliceTable, slice_tables
from pipeline.evaluate.wins import SideBySide, side_by_side


@dataclass(frozen=True, slots=True)
class TaskDetails:
    """A result, where the systems differ, and for each system but the first its largest wins and losses."""

    result: TaskResult
    slices: tuple[SliceTable, ...]
    examples: tuple[tuple[SideBySide, ...], ...]


def task_details(result: TaskResult) -> TaskDetails:
    """Work out what is shown of `result`."""
    examples = (tuple(side_by_side(result, other)) for other in range(1, len(result.systems)))
    return TaskDetails(result, tuple(slice_tables(result)), tuple(examples))
