"""The roof: settings, addresses, the API root, and the commands that set a site up."""
