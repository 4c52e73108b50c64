"""Short public names of things: on posters, shelf labels, in addresses and in the API.

Letters and digits that cannot be mistaken for one another in print (Crockford's base 32
without I, L, O, U), lower case, so that a person can read one aloud over the telephone.
"""

from __future__ import annotations

import hashlib
import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10
PATTERN = f"[{ALPHABET}]{{{LENGTH}}}"

# Of the same length, and not all in small letters.
PATTERN_IN_CAPITALS = f"(?!{PATTERN})[{ALPHABET}{ALPHABET.upper()}]{{{LENGTH}}}"


def random_public_id() -> str:
    """A new id of 50 random bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def derived_public_id(*names: str, attempt: int = 0) -> str:
    """The id that follows from what the thing is called where it comes from.

    The same names give the same id in every database, so an address on a poster survives
    a rebuild from the source files. `attempt` picks the next one after a collision.
    """
    text = "\x1f".join([*names, str(attempt)] if attempt else names)
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
    letters = []
    for _ in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)
