"""The strings of the project: found in code and templates, kept in .po files, compiled without gettext."""
