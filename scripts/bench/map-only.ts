/** Reads and maps one stream without a database: prints seconds, records and peak memory as JSON. */
import { openConnector } from '../../connectors/registry.ts';
import { MappingRunner } from '../../mappings/apply.ts';
import { findSystem } from '../../pipelines/registry.ts';

export interface MapMeasure {
  readonly records: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
}

const [system = '', connectorKind = '', settings = '{}', streamName = ''] = process.argv.slice(2);
const mapping = findSystem(system)?.mappings.find(({ stream }) => stream.name === streamName);
if (!mapping) throw new Error(`no stream ${system} ${streamName}`);
const connector = await openConnector(connectorKind, JSON.parse(settings) as Readonly<Record<string, unknown>>, {
  system,
  baseDirectory: '/',
});
const runner = new MappingRunner(mapping);
const { stream } = mapping;
await connector.describe(stream);
const begun = performance.now();
let records = 0;
for await (const chunk of connector.read({ stream, columns: runner.columns, chunkSize: 2000 })) {
  for (const record of chunk.records) {
    if (!record.skip) runner.map(record, `${chunk.origin}${chunk.mark}${record.row}`);
    records += 1;
  }
}
const seconds = (performance.now() - begun) / 1000;
await connector.close();
const measure: MapMeasure = { records, seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(measure));
