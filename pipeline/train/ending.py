"""When a training ends, and when the rate must begin to fall so that it has fallen by then."""

from pipeline.train.checkpoint import Progress
from pipeline.train.config import StopConfig, TrainConfig
from pipeline.train.optimizer import CoolDown

HOURS, STEPS, PATIENCE = "hours", "steps", "patience"


class Ending:
    """Watches the limits: hours over all starts, steps, and evaluations that bring nothing better.

    The first limit that is near begins the cool-down, which lasts a share of what the training will have taken. The
    clock, where it is the limit, is asked again and again how many steps are left; everything else is counted.
    `reserve_s` is kept for a last evaluation and for writing.
    """

    def __init__(self, config: TrainConfig, progress: Progress) -> None:
        """Watch over `progress`, which is changed."""
        self._stop = config.stop
        self._share = config.optimizer.cool_down_share
        self._progress = progress
        self.reserve_s = 0.0

    def begins(self, elapsed_s: float) -> bool:
        """Say whether the rate must begin to fall now."""
        return not self._progress.ending and bool(self._reason(elapsed_s))

    def begin(self, elapsed_s: float) -> str:
        """Begin it, and return the reason in words."""
        progress = self._progress
        progress.ending = reason = self._reason(elapsed_s)
        match reason:
            case "hours":
                progress.ending_limit = self._stop.hours
                progress.cooling = CoolDown()
                self.plan(elapsed_s)
                return f"{self._stop.hours:g} hours are near"
            case "steps":
                progress.ending_limit = self._stop.steps
                progress.cooling = CoolDown(steps_left=max(1, self._stop.steps - progress.step))
                return f"{self._stop.steps:,} steps are near"
            case _:
                progress.ending_limit = self._stop.patience
                progress.cooling = CoolDown(steps_left=max(1, round(self._share * progress.step)))
                return f"{self._stop.patience} evaluations brought nothing better"

    def plan(self, elapsed_s: float) -> None:
        """Correct how many steps are left, if the clock sets the end."""
        progress = self._progress
        if progress.ending == HOURS:
            left_s = self._stop.hours * 3600 - self.reserve_s - elapsed_s
            progress.cooling.steps_left = max(1, int(left_s / max(progress.step_s, 1e-6)))

    def is_here(self, elapsed_s: float) -> bool:
        """Say whether this is the end."""
        if self._stop.hours and elapsed_s >= self._stop.hours * 3600 - self.reserve_s:
            return True
        if self._stop.steps and self._progress.step >= self._stop.steps:
            return True
        return bool(self._progress.ending) and self._progress.cooling.steps_left == 0

    def _reason(self, elapsed_s: float) -> str:
        stop, before = self._stop, 1 - self._share
        if stop.hours and elapsed_s >= before * (stop.hours * 3600 - self.reserve_s):
            return HOURS
        if stop.steps and self._progress.step >= round(before * stop.steps):
            return STEPS
        if stop.patience and self._progress.quiet_evaluations >= stop.patience:
            return PATIENCE
        return ""


def may_go_on(progress: Progress, stop: StopConfig) -> bool:
    """Say whether a training that is ending or has ended has more room by the limits it is given now."""
    limits = {HOURS: stop.hours, STEPS: float(stop.steps), PATIENCE: float(stop.patience)}
    if progress.ending not in limits:
        return False
    limit = limits[progress.ending]
    return limit == 0 or limit > progress.ending_limit
