"""The checks that come with tongsa: a folder for each family, in it each declared in a file."""
