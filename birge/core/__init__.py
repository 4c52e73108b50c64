"""What every room stands on and that is no page: people, pictures, files, public ids, the environment."""
