"""The errors Tezy raises on purpose, each with the exit status it ends a command with.

A message says what was expected, what was found and what to type. None of these is ever shown with a traceback.
What costs one article only is not an exception that travels: it becomes a `records.Skipped`.
"""

EXIT_DONE = 0
EXIT_SKIPPED = 1  # done, but articles were skipped
EXIT_USAGE = 2  # usage or configuration
EXIT_GATE = 3  # a check or a gate failed
EXIT_INTERRUPTED = 130


class TezyError(Exception):
    """Base of every error that stops a command; the message is the sentence the user reads."""

    exit_status = EXIT_USAGE


class ConfigError(TezyError):
    """The configuration names something that does not exist or cannot be."""


class ModelError(TezyError):
    """A model is missing, unlicensed, or not what its card or lock says it is."""


class InputError(TezyError):
    """What the command was given to read cannot be read at all."""


class OutputError(TezyError):
    """The place to write to is not writable, full, or held by another run."""


class GateError(TezyError):
    """Scores fell below their floors, or a floor was to be lowered without a reason."""

    exit_status = EXIT_GATE


class ArticleError(TezyError):
    """One article cannot be used; the run goes on without it.

    Attributes: reason, what was found; advice, what the reader can do about it.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason} {advice}")
        self.reason = reason
        self.advice = advice
