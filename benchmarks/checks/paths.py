"""Put the benchmarks of figures and terms on the path, whose mutators and peers serve here, too."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TERMS = Path(__file__).parents[1] / "terms"
FIGURES = Path(__file__).parents[1] / "figures"

for folder in (FIGURES, TERMS):  # behind our own folder, so that our modules come first
    if str(folder) not in sys.path:
        sys.path.append(str(folder))
