"""A headless Chromium, driven over two pipes: no driver to install, no socket to open.

`--remote-debugging-pipe` makes Chromium read commands of the DevTools protocol from file descriptor 3 and write answers
to 4, each ended by a null byte. Only what the tests need is here.
"""

import base64
import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE_S = 60.0
_KEYS = {"Tab": 9, "Enter": 13, "ArrowRight": 39}


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


class Page:
    """One page of a browser."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._read, self._number, self._session = b"", 0, ""
        self.failures: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._call(f"{domain}.enable")
        self.requests: list[str] = []

    def open(self, path: Path) -> None:
        self._call("Page.navigate", url=path.resolve().as_uri())
        deadline = time.monotonic() + _PATIENCE_S
        while self.run("document.readyState") != "complete" or not self.run("location.href").startswith("file"):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{path} was not loaded.")
            time.sleep(0.05)

    def run(self, code: str) -> Any:
        """Return the value of a JavaScript expression; a promise is waited for."""
        found = self._call("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise AssertionError(found["exceptionDetails"])
        return found["result"].get("value")

    def size(self, width: int, height: int, scheme: str = "light") -> None:
        self._call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        self._call(
            "Emulation.setEmulatedMedia",
            features=[
                {"name": "prefers-color-scheme", "value": scheme},
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ],
        )

    def visible(self, selector: str) -> bool:
        """Say whether the first element of `selector` is there to see."""
        return bool(self.run(f"document.querySelector({json.dumps(selector)}).checkVisibility()"))

    def spoken(self, role: str) -> list[str]:
        """Return what a screen reader calls the elements of a role, those that are not shown left out."""
        nodes = self._call("Accessibility.getFullAXTree")["nodes"]
        return [one["name"]["value"] for one in nodes if not one["ignored"] and one["role"]["value"] == role]

    def press(self, key: str, times: int = 1) -> None:
        """Press a key of the keyboard."""
        for _ in range(times):
            for kind in ("keyDown", "keyUp"):
                text = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
                self._call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=_KEYS[key], **text)

    def print(self) -> bytes:
        """Return the page as PDF."""
        return base64.b64decode(self._call("Page.printToPDF", preferCSSPageSize=True)["data"])

    def picture(self, height: int, begins: str = "body") -> bytes:
        """Return a PNG of the page, `height` pixels from the top of the element `begins`."""
        top = self.run(f"document.querySelector({json.dumps(begins)}).getBoundingClientRect().top + scrollY")
        clip = {"x": 0, "y": top, "width": self.run("innerWidth"), "height": height, "scale": 1}
        return base64.b64decode(self._call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)["data"])

    def _call(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + _PATIENCE_S
        while (answer := self._next(deadline)).get("id") != self._number:
            self._notice(answer)
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']}")
        return answer["result"]

    def _notice(self, event: dict[str, Any]) -> None:
        if event.get("method") == "Runtime.exceptionThrown":
            self.failures.append(str(event["params"]["exceptionDetails"]))
        if event.get("method") == "Log.entryAdded" and event["params"]["entry"]["level"] == "error":
            self.failures.append(str(event["params"]["entry"]["text"]))
        if event.get("method") == "Network.requestWillBeSent":
            self.requests.append(event["params"]["request"]["url"])

    def _next(self, deadline: float) -> Any:
        while b"\0" not in self._read:
            ready, _, _ = select.select([self._answers], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError("Chromium does not answer.")
            if not (more := os.read(self._answers, 1 << 16)):
                raise AssertionError("Chromium ended.")
            self._read += more
        message, _, self._read = self._read.partition(b"\0")
        return json.loads(message)


@contextlib.contextmanager
def open_browser(program: str, profile: Path) -> Iterator[Page]:
    """Start `program` with an empty profile and yield a page of it."""
    its_commands, our_commands = os.pipe()
    our_answers, its_answers = os.pipe()
    arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"]
    arguments += [
        "--disable-background-networking",
        "--hide-scrollbars",
        "--remote-debugging-pipe",
        f"--user-data-dir={profile}",
    ]

    def connect() -> None:
        # Moved up first, or one of the two could be overwritten before it is copied.
        commands, answers = os.dup(its_commands), os.dup(its_answers)
        high = [fd + 20 for fd in (commands, answers)]
        os.dup2(commands, high[0])
        os.dup2(answers, high[1])
        os.dup2(high[0], 3)
        os.dup2(high[1], 4)

    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(
        [program, *arguments], preexec_fn=connect, close_fds=False, start_new_session=True, **quiet
    )
    os.close(its_commands)
    os.close(its_answers)
    try:
        yield Page(our_commands, our_answers)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(our_commands)
        os.close(our_answers)
