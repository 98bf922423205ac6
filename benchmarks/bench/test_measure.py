"""python3 -m unittest: what a run costs, and when it is stopped."""
from __future__ import annotations

import sys
import tempfile
import unittest
from pathlib import Path

from .measure import Failed, run


class Run(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.source, self.target = Path(folder.name, "in"), Path(folder.name, "out")
        self.source.write_text("one\ntwo\n")

    def test_output_and_cost(self) -> None:
        usage = run(("cat",), self.source, self.target)
        self.assertEqual(self.target.read_text(), "one\ntwo\n")
        self.assertGreater(usage.rss, 0)
        self.assertGreater(usage.first, 0)

    def test_failure_is_told(self) -> None:
        with self.assertRaisesRegex(Failed, "no model"):
            run((sys.executable, "-c", "import sys; sys.exit('no model')"), self.source, self.target)
        with self.assertRaisesRegex(Failed, "exit status 0"):
            run(("true",), self.source, self.target)

    def test_limit_holds_without_output(self) -> None:
        for command in (("sleep", "600"), ("sh", "-c", "echo; sleep 600"), ("sh", "-c", "sleep 600 & exit 0"), ("yes",)):
            with self.subTest(command), self.assertRaisesRegex(Failed, "stopped after 0.5 seconds"):
                run(command, self.source, self.target, limit=0.5)


if __name__ == "__main__":
    unittest.main()
