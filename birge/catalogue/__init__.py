"""Bibliographic records, holdings and branches; MARC in and out."""
