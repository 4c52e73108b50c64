"""MARC in: files of MARC 21 and UNIMARC records read into plain data, whatever their condition."""
