"""Pages: the home page, content pages, branch pages, and the frame around them all."""
