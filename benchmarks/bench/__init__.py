"""The benchmark: what systems there are, what they are given, how they are measured, and the tables."""
