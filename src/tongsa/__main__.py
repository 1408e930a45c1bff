"""Run the command line: ``python -m tongsa``."""

from tongsa.cli.app import main

main()
