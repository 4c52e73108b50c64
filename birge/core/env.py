"""Typed reading of environment variables, with errors that name the variable and show an example."""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}
REQUIRED = object()


class Env:
    """Reads one mapping, `os.environ` unless another is given.

    Every reader raises `ImproperlyConfigured` naming the variable when it is required and
    absent, or when its value cannot be read as the type asked for.
    """

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self.values = os.environ if values is None else values

    def text(self, name: str, default: object = REQUIRED, example: str = "") -> str:
        value = self.values.get(name, "")
        if value:
            return value
        if default is REQUIRED:
            raise ImproperlyConfigured(f"Set {name}, for example {name}={example or 'value'}")
        return str(default)

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.values.get(name)
        if value is None:
            return default
        if value.lower() in TRUE:
            return True
        if value.lower() in FALSE:
            return False
        raise ImproperlyConfigured(f"{name} is {value!r}; write {name}=1 or {name}=0")

    def number(self, name: str, default: int) -> int:
        value = self.values.get(name, "")
        if not value:
            return default
        try:
            return int(value)
        except ValueError:
            raise ImproperlyConfigured(
                f"{name} is {value!r}; write a whole number, for example {name}={default}"
            ) from None

    def words(self, name: str, default: list[str]) -> list[str]:
        """A comma-separated list; blanks around words do not count."""
        value = self.values.get(name, "")
        if not value:
            return list(default)
        return [word.strip() for word in value.split(",") if word.strip()]

    def choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        value = self.values.get(name, "") or default
        if value not in choices:
            raise ImproperlyConfigured(f"{name} is {value!r}; choose one of: {', '.join(choices)}")
        return value

    def url(self, name: str, schemes: tuple[str, ...], default: str, example: str) -> EnvUrl:
        """A URL of one of the schemes, taken apart."""
        value = self.values.get(name, "") or default
        try:
            parts = urlsplit(value)
            port = parts.port
        except ValueError:
            parts, port = None, None
        if parts is None or parts.scheme not in schemes:
            raise ImproperlyConfigured(f"{name} is not understood; for example {name}={example}")
        return EnvUrl(
            value=value,
            scheme=parts.scheme,
            host=parts.hostname or "",
            port=port,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            path=unquote(parts.path),
            options=dict(parse_qsl(parts.query)),
        )


class EnvUrl:
    """The parts of a URL given in the environment."""

    def __init__(self, **parts: object) -> None:
        self.value: str = parts["value"]
        self.scheme: str = parts["scheme"]
        self.host: str = parts["host"]
        self.port: int | None = parts["port"]
        self.user: str = parts["user"]
        self.password: str = parts["password"]
        self.path: str = parts["path"]
        self.options: dict[str, str] = parts["options"]
