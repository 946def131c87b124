"""Who may write: whoever knows the token, and for an hour's work a browser that has shown it.

A session is a number that only this process can have made; a form carries a second one that hangs on the session, so
that no other site's form passes for ours. Nothing is stored; when the process ends, all sessions do.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from time import time

SESSION_SECONDS = 12 * 3600


class Access:
    """What the ``token`` opens; without one, nothing can be written."""

    def __init__(self, token: str | None, clock: Callable[[], float] = time) -> None:
        self._token, self._clock = token or None, clock
        self._secret = secrets.token_bytes(32)

    @property
    def has_token(self) -> bool:
        """Whether anybody may write."""
        return self._token is not None

    def is_token(self, given: str | None) -> bool:
        """Whether it is the token; it takes as long whatever is wrong."""
        if self._token is None or given is None:
            return False
        return hmac.compare_digest(_digest(given), _digest(self._token))

    def open_session(self) -> str:
        """A session's value for a cookie."""
        body = f"{int(self._clock()) + SESSION_SECONDS}.{secrets.token_urlsafe(16)}"
        return f"{body}.{self._signed('session', body)}"

    def is_session(self, given: str | None) -> bool:
        """Whether a cookie's value is that of a session which goes on."""
        body, _, signature = (given or "").rpartition(".")
        if self._token is None or not _same(signature, self._signed("session", body)):
            return False
        return int(body.partition(".")[0]) > self._clock()

    def form_token(self, session: str | None) -> str:
        """What a form of a session must send back."""
        return self._signed("form", session or "")

    def is_form_token(self, session: str | None, given: str | None) -> bool:
        """Whether a form was made for this session."""
        return given is not None and _same(given, self.form_token(session))

    def _signed(self, purpose: str, body: str) -> str:
        return hmac.new(self._secret, f"{purpose}\0{body}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _digest(value: str) -> bytes:
    return hashlib.sha256(value.encode("utf-8", "replace")).digest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(_digest(one), _digest(other))
