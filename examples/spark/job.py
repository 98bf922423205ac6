"""What spark-submit runs; all else is in whosaid_spark."""

from whosaid_spark.__main__ import main

main()
