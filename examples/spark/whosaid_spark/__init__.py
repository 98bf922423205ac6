"""Who said what in English news, over any number of articles, with Apache Spark.

    from whosaid_spark import extract, readers, store
    from whosaid_spark.tool import Tool

    requests = readers.ndjson(spark, "s3a://bucket/news/*.ndjson.gz")
    store.write(extract.extract(requests, Tool()), "s3a://bucket/said")
    said = store.articles(spark, "s3a://bucket/said")

A row is an article: what its file says of it, its text, and what is in it as arrays of structs whose offsets are
bytes of the text. A record that could not be read is a row too, with the reason in ``error``.
"""
