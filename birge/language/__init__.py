"""Kazakh and Russian text analysis in pure Python: words, stems, scripts, keyboards, sort keys."""
