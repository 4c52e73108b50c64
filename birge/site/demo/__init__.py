"""The demonstration library as plain data: books, holdings, branches and pages, no Django."""
