"""Programs that make the tables of ``birge.language``; none runs on a site."""
