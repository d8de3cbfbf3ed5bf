"""Which Host headers the preview answers to.

A page of another site can make its own name lead to 127.0.0.1 (DNS rebinding) and would then read the preview as
itself; the Host header still tells that name.
"""

import re
from ipaddress import ip_address

_HOST = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<name>[^\[\]:/\s]+))(?::(?P<port>\d{1,5}))?")
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_DEFAULT_PORT = 80


def is_own_host(header: str, *, host: str, port: int) -> bool:
    """Whether a Host header names this server, which listens on `host` and `port`.

    Own names are the local ones and `host`; a server that listens on every address also answers to bare IP addresses,
    which no one can rebind.
    """
    match = _HOST.fullmatch(header)
    if match is None or int(match["port"] or _DEFAULT_PORT) != port:
        return False
    name = (match["six"] or match["name"]).lower()
    return name in _LOCAL or name == host.lower() or (_is_every_address(host) and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_every_address(host: str) -> bool:
    return _is_address(host) and ip_address(host).is_unspecified
