"""A hub on localhost: the endpoints that huggingface_hub asks, with the headers that it reads.

Large files (`.bin`, `.safetensors`) are kept as the hub keeps them: with a sha256, behind a redirect to another place.
"""

import hashlib
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "0123456789abcdef0123456789abcdef01234567"
NEWER = "fedcba9876543210fedcba9876543210fedcba98"

CARD = """
name = "tiny"
title = "A tiny model"
family = "marian"
job = "translate"
languages = ["uk", "en"]
license = "Apache-2.0"
commercial_use = true
about = "For tests."
repo = "desk/tiny"
revision = "main"
"""

FILES = {
    "config.json": b'{"architectures": ["MarianMTModel"]}',
    "tokenizer_config.json": b"{}",
    "source.spm": b"spm",
    "model.safetensors": bytes(range(256)) * 2000,
    "README.md": b"# Tiny\n",
    "pytorch_model.bin": b"a pickle that nobody needs",
    "tf_model.h5": b"tensorflow",
    "modeling_tiny.py": b"raise SystemExit('code from a hub must not be here')",
}


@dataclass
class HubStandIn:
    """What it serves, and what it was asked. `files` is by commit; `revisions` says which commit a branch is now."""

    files: dict[str, dict[str, bytes]] = field(default_factory=dict)
    revisions: dict[str, str] = field(default_factory=lambda: {"main": COMMIT})
    card: dict[str, object] = field(default_factory=lambda: {"license": "apache-2.0"})
    repo: str = "desk/tiny"
    refuse: tuple[int, str] | None = None
    kilobytes_a_second: float = 0
    corrupt: set[str] = field(default_factory=set)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    tokens: dict[str, str] = field(default_factory=dict)
    store: str = ""
    address: str = ""

    def downloads(self) -> list[tuple[str, str]]:
        """The files whose content was asked for, with the range."""
        return [
            (path.rpartition("/")[2], part)
            for method, path, part in self.asked
            if method == "GET" and "/api/" not in path
        ]

    def serve(self) -> ThreadingHTTPServer:
        hub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_HEAD(self) -> None:
                self.answer(with_body=False)

            def do_GET(self) -> None:
                self.answer(with_body=True)

            def answer(self, with_body: bool) -> None:
                hub.asked.append((self.command, self.path, self.headers.get("Range", "")))
                path = self.path.partition("?")[0]
                hub.tokens[path] = self.headers.get("Authorization", "")
                if hub.refuse:
                    status, code = hub.refuse
                    self.reply(status, b"no", with_body, {"X-Error-Code": code, "X-Error-Message": "no"})
                elif path.startswith("/api/models/"):
                    self.describe(path, with_body)
                else:
                    self.send(path, with_body)

            def describe(self, path: str, with_body: bool) -> None:
                repo, _, revision = path.removeprefix("/api/models/").partition("/revision/")
                commit = hub.revisions.get(revision, revision)
                if repo != hub.repo:
                    self.reply(401, b"", with_body, {"X-Error-Code": "RepoNotFound"})
                elif commit not in hub.files:
                    self.reply(404, b"", with_body, {"X-Error-Code": "RevisionNotFound"})
                else:
                    siblings = [stated(name, content) for name, content in hub.files[commit].items()]
                    info = {"id": repo, "sha": commit, "siblings": siblings, "cardData": hub.card, "tags": []}
                    self.reply(200, json.dumps(info).encode(), with_body, {"Content-Type": "application/json"})

            def send(self, path: str, with_body: bool) -> None:
                place, _, name = path.rpartition("/")
                commit = place.rpartition("/")[2]
                content = hub.files.get(commit, {}).get(name)
                if content is None:
                    self.reply(404, b"", with_body, {"X-Error-Code": "EntryNotFound"})
                    return
                sha256 = hashlib.sha256(content).hexdigest()
                headers = {"X-Repo-Commit": commit, "ETag": f'"{sha256}"', "Accept-Ranges": "bytes"}
                if is_large(name) and "/resolve/" in path:
                    linked = {"X-Linked-Size": str(len(content)), "X-Linked-Etag": f'"{sha256}"'}
                    self.reply(
                        302,
                        b"",
                        with_body,
                        {**headers, **linked, "Location": f"{hub.store or hub.address}/store/{commit}/{name}"},
                    )
                    return
                if name in hub.corrupt:
                    content = content[:-1] + b"?"
                start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")[0])
                if start:
                    headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
                self.reply(206 if start else 200, content[start:], with_body, headers)

            def reply(self, status: int, body: bytes, with_body: bool, headers: dict[str, str]) -> None:
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                if with_body:
                    for start in range(0, len(body), 16_384):
                        self.wfile.write(body[start : start + 16_384])
                        if hub.kilobytes_a_second:
                            time.sleep(16 / hub.kilobytes_a_second)

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                pass  # a client that was killed

        server = Server(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        self.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02), daemon=True).start()
        return server


def is_large(name: str) -> bool:
    return name.endswith((".bin", ".safetensors"))


def stated(name: str, content: bytes) -> dict[str, object]:
    """What the hub says of a file."""
    git = hashlib.sha1(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()
    entry: dict[str, object] = {"rfilename": name, "size": len(content), "blobId": git}
    if is_large(name):
        entry["lfs"] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "pointerSize": 130}
    return entry
