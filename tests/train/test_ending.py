from pipeline.train.checkpoint import Progress
from pipeline.train.config import TrainConfig
from pipeline.train.ending import Ending, may_go_on


def config(**stop: float) -> TrainConfig:
    return TrainConfig.model_validate({"stop": {"patience": 0, **stop}, "optimizer": {"cool_down_share": 0.25}})


def run_with_clock(ending: Ending, progress: Progress, seconds_a_step: float) -> tuple[int, float]:
    """Take steps until the end, correcting the plan every ten; return when the rate began to fall, and the time."""
    elapsed, began = 0.0, 0
    while not ending.is_here(elapsed):
        if ending.begins(elapsed):
            ending.begin(elapsed)
            began = progress.step
        if progress.ending:
            progress.cooling.advance()
        progress.step += 1
        progress.step_s = seconds_a_step
        elapsed += seconds_a_step
        if progress.step % 10 == 0:
            ending.plan(elapsed)
    return began, elapsed


def test_hours_are_kept_with_the_rate_fallen_and_time_left_to_write() -> None:
    progress = Progress()
    ending = Ending(config(hours=1.0), progress)
    ending.reserve_s = 100
    began, elapsed = run_with_clock(ending, progress, 2.0)
    assert abs(began * 2.0 - 0.75 * 3500) <= 4
    assert 3490 <= elapsed <= 3502
    assert progress.cooling.factor < 0.05


def test_hours_are_kept_when_the_machine_becomes_slower_on_the_way() -> None:
    progress = Progress()
    ending = Ending(config(hours=1.0), progress)
    elapsed = 0.0
    while not ending.is_here(elapsed):
        if ending.begins(elapsed):
            ending.begin(elapsed)
        if progress.ending:
            progress.cooling.advance()
        progress.step_s = 1.0 if elapsed < 3000 else 3.0
        progress.step += 1
        elapsed += progress.step_s
        if progress.step % 10 == 0:
            ending.plan(elapsed)
    assert elapsed <= 3603
    assert progress.cooling.factor < 0.06


def test_steps_are_counted_and_the_last_quarter_cools_down() -> None:
    progress = Progress()
    began, _ = run_with_clock(Ending(config(steps=100), progress), progress, 1.0)
    assert (began, progress.step, progress.ending) == (75, 100, "steps")
    assert abs(progress.cooling.factor - 0.02) < 1e-9


def test_evaluations_that_bring_nothing_begin_the_end() -> None:
    progress = Progress(step=400)
    ending = Ending(config(patience=3), progress)
    progress.quiet_evaluations = 2
    assert not ending.begins(0)
    progress.quiet_evaluations = 3
    assert ending.begins(0)
    assert "3 evaluations" in ending.begin(0)
    assert progress.cooling.steps_left == 100


def test_a_training_that_has_ended_may_go_on_only_with_more_room() -> None:
    ended = Progress(ending="hours", ending_limit=2.0, finished=True)
    assert not may_go_on(ended, config(hours=2.0).stop)
    assert may_go_on(ended, config(hours=3.0).stop)
    assert may_go_on(ended, config(hours=0).stop)
    assert not may_go_on(Progress(), config(hours=3.0).stop)
