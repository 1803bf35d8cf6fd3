"""A load killed at random moments loses nothing it acknowledged and doubles nothing."""

import random
import subprocess
import sys
from pathlib import Path

KILLS = Path(__file__).parents[2] / "benchmarks" / "kills.py"


def test_killed_at_random_moments_the_archive_holds_whole_articles_only() -> None:
    seed = random.randrange(10**6)
    command = [sys.executable, KILLS, "--kills", "3", "--articles", "20000", "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"seed {seed}:\n{done.stdout}{done.stderr}"
    assert "nothing lost, nothing doubled" in done.stdout
