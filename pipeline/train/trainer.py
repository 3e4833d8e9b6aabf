"""The training loop: steps, evaluations, checkpoints, and the end.

It knows nothing of languages or files: it is given encoded examples, a network and a dev set. Stopped in any way and
started again it goes on as if nothing had happened: the same losses to the last bit, on the same machine with as many
threads. Only what the clock decides (the end of a training limited by hours) can differ.
"""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.train.batches import BatchShape, Numbers, Position, batches_from
from pipeline.train.checkpoint import BEFORE_COOLING, CHECKPOINT, Progress, load_checkpoint, save_checkpoint
from pipeline.train.config import TrainConfig
from pipeline.train.encoded import Encoded
from pipeline.train.ending import Ending, may_go_on
from pipeline.train.evaluation import DevSet, Evaluation, evaluate
from pipeline.train.interruption import Interruption
from pipeline.train.log import TrainingLog
from pipeline.train.network import Network
from pipeline.train.optimizer import make_optimizers, rate_at, set_rate

LOG = "log.jsonl"

Best = Callable[[Evaluation, Progress], None]


@dataclass(frozen=True, slots=True)
class Course:
    """What is learnt from, how often each corpus is seen (in the order of `examples.corpora`), what steers."""

    examples: Encoded
    weights: Sequence[float]
    dev: DevSet


class Trainer:
    """Trains one network in the folder `out`."""

    def __init__(
        self,
        network: Network,
        course: Course,
        config: TrainConfig,
        out: Path,
        say: Callable[[str], None],
        on_best: Best,
        began: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Go on with the training in `out` if there is one. `on_best` is called when the model was never better.

        `began` is when, by `clock`, the time of this start began to count: now, if not stated.

        Raises: OutputError if `out` holds another training.
        """
        self._network, self._course, self._config, self._out = network, course, config, out
        self._say, self._on_best, self._clock = say, on_best, clock
        self._optimizers = make_optimizers(network.model, config.optimizer)
        self._progress = self._resume()
        self._ending = Ending(config, self._progress)
        self._log = TrainingLog(out / LOG, self._progress.step)
        self._started = (clock() if began is None else began) - self._progress.elapsed_s
        self._saved_at = clock()
        self._group_began = clock()

    def run(self) -> Progress:
        """Train to the end and return how far it came.

        Raises: KeyboardInterrupt when asked to stop, after a checkpoint; ConfigError if the loss is no number any more.
        """
        progress = self._progress
        if progress.finished:
            self._say(f"finished before, at step {progress.step:,}. A larger limit in [stop] or --hours goes on.")
            return progress
        batches = self._batches()
        with Interruption() as interruption:
            while not self._ending.is_here(self._elapsed()):
                if self._ending.begins(self._elapsed()):
                    self._begin_ending()
                self._step(batches)
                self._after_step()
                if interruption.requested:
                    self._save(CHECKPOINT)
                    raise KeyboardInterrupt
            if not self._evaluated:
                self._evaluate()
            progress.finished = True
            self._save(CHECKPOINT)
        return progress

    def _resume(self) -> Progress:
        path = self._out / CHECKPOINT
        self._evaluated = False
        if not path.is_file():
            return Progress()
        model, device = self._network.model, self._network.device
        progress = load_checkpoint(path, model, self._optimizers, device)
        before = self._out / BEFORE_COOLING
        if may_go_on(progress, self._config.stop) and before.is_file():
            kept_loss, kept_chrf = progress.kept_loss, progress.kept_chrf
            progress = load_checkpoint(before, model, self._optimizers, device)
            progress.kept_loss, progress.kept_chrf = kept_loss, kept_chrf  # a cooled model is hard to beat
            self._say(f"going on from step {progress.step:,}, where the rate had not begun to fall.")
        else:
            progress.finished = progress.finished and bool(progress.ending)
            self._say(f"going on from step {progress.step:,}.")
        return progress

    def _batches(self) -> Iterator[tuple[Numbers, Position]]:
        shape = BatchShape(self._config.batch.tokens, self._config.batch.chunk_examples)
        return batches_from(
            self._progress.position, self._course.examples, self._course.weights, shape, self._config.seed
        )

    def _step(self, batches: Iterator[tuple[Numbers, Position]]) -> None:
        """Take one step: as many batches as are accumulated, one update."""
        import torch

        began = self._clock()
        progress, examples = self._progress, self._course.examples
        taken = [next(batches) for _ in range(self._config.batch.accumulate)]
        tokens = sum(int(examples.target_lengths[numbers].sum()) for numbers, _ in taken)
        for numbers, _ in taken:
            loss, count = self._network.loss(examples, numbers)
            (loss / tokens).backward()  # type: ignore[no-untyped-call]
            progress.group_loss += loss.item()
            progress.group_tokens += count
        if not math.isfinite(progress.group_loss):
            raise ConfigError(
                f"step {progress.step + 1:,}: the loss is no number any more. Set optimizer.learning_rate lower than "
                f'{self._config.optimizer.learning_rate:g}, or precision = "float32", and start in a new folder.'
            )
        torch.nn.utils.clip_grad_norm_(self._network.model.parameters(), self._config.optimizer.clip_norm)
        set_rate(self._optimizers, self._rate())
        for optimizer in self._optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        progress.step += 1
        progress.tokens += tokens
        progress.position = taken[-1][1]
        if progress.ending:
            progress.cooling.advance()
        seconds = self._clock() - began
        progress.step_s = seconds if not progress.step_s else 0.95 * progress.step_s + 0.05 * seconds

    def _rate(self) -> float:
        return rate_at(self._progress.step, self._config.optimizer) * self._progress.cooling.factor

    def _after_step(self) -> None:
        step = self._progress.step
        self._evaluated = False
        if step % self._config.log.every_steps == 0:
            self._log_group()
            self._ending.plan(self._elapsed())
        if step % self._config.evaluation.every_steps == 0:
            self._evaluate()
        due = self._clock() - self._saved_at >= self._config.log.checkpoint_minutes * 60
        if due and step % self._config.log.every_steps == 0:
            self._save(CHECKPOINT)

    def _log_group(self) -> None:
        progress, now = self._progress, self._clock()
        loss = progress.group_loss / progress.group_tokens
        speed = progress.group_tokens / max(now - self._group_began, 1e-9)
        record: dict[str, Any] = {
            "kind": "train",
            "step": progress.step,
            "pass": progress.position.passes,
            "tokens": progress.tokens,
            "loss": loss,
            "learning_rate": self._rate(),
            "tokens_per_s": round(speed, 1),
            "elapsed_s": round(self._elapsed(), 1),
        }
        self._log.add(record)
        self._say(
            f"step {progress.step:,}  loss {loss:.3f}  rate {record['learning_rate']:.1e}  {speed:,.0f} tokens/s  "
            f"pass {progress.position.passes + 1}  {self._elapsed() / 3600:.2f} h"
        )
        progress.group_loss, progress.group_tokens = 0.0, 0
        self._group_began = now

    def _evaluate(self) -> None:
        progress, settings, began = self._progress, self._config.evaluation, self._clock()
        found = evaluate(self._network, self._course.dev, self._config.batch.tokens, settings.chrf_examples)
        best = (found.chrf, -found.loss) > (progress.kept_chrf, -progress.kept_loss)
        better = found.chrf > progress.best_chrf or found.loss < progress.best_loss
        progress.quiet_evaluations = 0 if better else progress.quiet_evaluations + 1
        progress.best_loss = min(progress.best_loss, found.loss)
        progress.best_chrf = max(progress.best_chrf, found.chrf)
        self._log.add({"kind": "dev", "step": progress.step, "loss": found.loss, "chrf": found.chrf, "best": best})
        if best:
            progress.kept_loss, progress.kept_chrf = found.loss, found.chrf
            self._on_best(found, progress)
        self._say(
            f"step {progress.step:,}  dev loss {found.loss:.3f}  chrF {found.chrf:.1f}"
            f"{'  best so far, kept' if best else ''}"
        )
        self._evaluated = True
        self._group_began += self._clock() - began  # the speed of training is that of its steps
        self._ending.reserve_s = 1.2 * (self._clock() - began)

    def _begin_ending(self) -> None:
        self._save(BEFORE_COOLING)  # a training that is given more time later goes on from here
        self._say(f"step {self._progress.step:,}  {self._ending.begin(self._elapsed())}; the rate falls from here.")

    def _save(self, name: str) -> None:
        self._progress.elapsed_s = self._elapsed()
        save_checkpoint(self._out / name, self._network.model, self._optimizers, self._progress)
        self._saved_at = self._clock()

    def _elapsed(self) -> float:
        return self._clock() - self._started
