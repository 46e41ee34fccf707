"""Splink on the file of generated people: the same blocking, comparisons and training as scale.ts. Prints one JSON line."""

import json
import resource
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

file, out, threshold = sys.argv[1], sys.argv[2], float(sys.argv[3])

laps = {}
started = time.perf_counter()


def lap(name, since):
    laps[name] = time.perf_counter() - since
    return time.perf_counter()


rules = [
    block_on("code"),
    block_on("phone"),
    block_on("family", "given", "city"),
    block_on("birth", "family"),
    block_on("birth", "given"),
    block_on("given", "city", "substr(birth, 1, 4)"),
]
settings = SettingsCreator(
    link_type="dedupe_only",
    unique_id_column_name="record",
    blocking_rules_to_generate_predictions=rules,
    comparisons=[
        cl.JaroWinklerAtThresholds("family", [0.9, 0.8]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("given", [0.9, 0.8]).configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("birth", [1, 2]),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.ExactMatch("phone"),
        cl.DamerauLevenshteinAtThresholds("code", [1, 2]),
    ],
    retain_matching_columns=False,
    retain_intermediate_calculation_columns=False,
)

connection = duckdb.connect()
connection.execute("set threads = 2")
now = time.perf_counter()
connection.execute(f"create table people as select * from '{file}'")
api = DuckDBAPI(connection)
people = api.register("people") if hasattr(api, "register") else "people"
linker = Linker(people, settings, log_level="WARNING")
now = lap("load", now)
linker.training.estimate_probability_two_random_records_match(
    [block_on("code"), block_on("family", "given", "birth"), block_on("phone", "family")], recall=0.8
)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("phone"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("code"))
now = lap("train", now)
pairs = linker.inference.predict(threshold_match_weight=0)
now = lap("score", now)
linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_weight=threshold)
now = lap("cluster", now)
seconds = time.perf_counter() - started
used = resource.getrusage(resource.RUSAGE_SELF)
cpu = used.ru_utime + used.ru_stime
name = pairs.physical_name
count = connection.execute(f"select count(*) from {name}").fetchall()[0][0]
connection.execute(
    f"copy (select record_l::integer as left_no, record_r::integer as right_no, match_weight as weight from {name}) "
    f"to '{out}' (format parquet)"
)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "cpu": cpu, "laps": laps, "pairs": count, "peakMb": peak}))
