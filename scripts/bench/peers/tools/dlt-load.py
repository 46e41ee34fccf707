"""One table, from SOURCE to TARGET: the fastest way dlt documents for tables that fit the machine."""

import sys

import dlt
from dlt.sources.sql_database import sql_table

source, target, table, directory = sys.argv[1:5]

rows = sql_table(
    credentials=source,
    table=table,
    backend="connectorx",
    chunk_size=100_000,
    reflection_level="full",
    backend_kwargs={"return_type": "arrow_stream"},
)
pipeline = dlt.pipeline(
    pipeline_name="bench",
    pipelines_dir=directory,
    destination=dlt.destinations.postgres(target),
    dataset_name="landed",
)
pipeline.run(rows, write_disposition="replace", loader_file_format="csv").raise_on_failed_jobs()
