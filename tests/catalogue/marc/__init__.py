"""Tests of reading MARC."""
