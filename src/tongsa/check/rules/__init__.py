"""The checks that come with tongsa, each declared in a TOML file of its name."""
