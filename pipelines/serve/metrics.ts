/** What Prometheus asks for, read from the database when it asks: any process of several tells the same. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Database } from '../../database/connection.ts';
import { readOperations, type Operations } from '../../database/read/operations.ts';

const STATUSES = ['running', 'green', 'warned', 'decided', 'stopped', 'failed'] as const;

interface Gauges {
  readonly status: Gauge<'system' | 'status'>;
  readonly lastSuccess: Gauge<'system'>;
  readonly duration: Gauge<'system'>;
  readonly records: Gauge<'system' | 'outcome'>;
  readonly holds: Gauge<'system'>;
  readonly quarantine: Gauge<'system'>;
  readonly jobs: Gauge<'state'>;
}

function defineGauges(registers: Registry[]): Gauges {
  const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[]): Gauge<T> =>
    new Gauge({ name: `ggzy_${name}`, help, labelNames, registers });
  return {
    status: gauge('sync_status', '1 for the status of the last sync', ['system', 'status']),
    lastSuccess: gauge('sync_last_success_timestamp_seconds', 'end of the last sync without a stop', ['system']),
    duration: gauge('sync_duration_seconds', 'duration of the last sync', ['system']),
    records: gauge('sync_records', 'records of the last sync by outcome', ['system', 'outcome']),
    holds: gauge('holds_open', 'what guards hold until somebody answers', ['system']),
    quarantine: gauge('quarantine_open', 'records that wait in quarantine', ['system']),
    jobs: gauge('jobs', 'jobs of the queue by state', ['state']),
  };
}

function fill(gauges: Gauges, { syncs, jobs }: Operations): void {
  for (const gauge of Object.values(gauges)) gauge.reset();
  for (const { system, status, lastSuccess, seconds, outcomes, holds, quarantined } of syncs) {
    for (const name of STATUSES) gauges.status.set({ system, status: name }, Number(status === name));
    if (lastSuccess !== null) gauges.lastSuccess.set({ system }, lastSuccess);
    gauges.duration.set({ system }, seconds);
    for (const [outcome, count] of Object.entries(outcomes)) gauges.records.set({ system, outcome }, count);
    gauges.holds.set({ system }, holds);
    gauges.quarantine.set({ system }, quarantined);
  }
  for (const [state, count] of Object.entries(jobs)) gauges.jobs.set({ state }, count);
}

export interface Metrics {
  readonly contentType: string;
  /** @throws where the database cannot be asked. */
  read(): Promise<string>;
}

export function openMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'ggzy_' });
  const gauges = defineGauges([registry]);
  return {
    contentType: registry.contentType,
    async read() {
      fill(gauges, await readOperations(database));
      return registry.metrics();
    },
  };
}
