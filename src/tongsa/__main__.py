"""Run the command line: ``python -m tongsa``."""

from tongsa.cli.app import main

if __name__ == "__main__":
    main()
