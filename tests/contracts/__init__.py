"""Tests of what holds across rooms: imports, layout, formats, deployment, documents."""
