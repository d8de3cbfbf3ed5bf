"""Speaking to pages and workers over Chromium's debugging protocol, where nothing else may listen to them."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import CDPSession


class Targets:
    """Those that a session is attached to; `wait` does something with the browser, which lets answers come in."""

    def __init__(self, session: CDPSession, wait: Callable[[], object]) -> None:
        self._session, self._wait = session, wait
        self._answers: dict[int, Any] = {}
        self._asked = 0
        session.on("Target.receivedMessageFromTarget", self._received)

    def _received(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        self._answers[message.get("id", 0)] = message.get("result")

    def ask(self, target: str, method: str, **parameters: object) -> Any:
        """What the target of a session's id answers to a command."""
        self._asked += 1
        message = json.dumps({"id": self._asked, "method": method, "params": parameters})
        self._session.send("Target.sendMessageToTarget", {"sessionId": target, "message": message})
        while self._asked not in self._answers:
            self._wait()
        return self._answers.pop(self._asked)
