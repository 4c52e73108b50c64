"""The blocks that every page body is built from."""

from birge.home.blocks.body import BodyBlock

__all__ = ["BodyBlock"]
