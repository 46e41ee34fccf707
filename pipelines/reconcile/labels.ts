/** Labels: which records belong together, as somebody else says. A crosswalk is one. */
import { createReadStream } from 'node:fs';
import { ConfigurationError, describeCause } from '../../core/errors.ts';
import { readCsv } from '../../formats/csv.ts';

export interface Label {
  readonly entity: string;
  readonly system: string;
  readonly stream: string;
  readonly sourceKey: string;
  /** Empty where the record is the entity. */
  readonly role: string;
  /** How much the record shows: `id`, `strong`, `weak`; empty where nobody says. */
  readonly evidence: string;
}

const NEEDED = ['entity_id', 'system', 'stream', 'source_key'] as const;

/** @throws ConfigurationError for a file that cannot be read or lacks a column. */
export async function readLabels(file: string): Promise<Label[]> {
  const labels: Label[] = [];
  try {
    for await (const { header, records } of readCsv(createReadStream(file), { encoding: 'utf-8' })) {
      const missing = NEEDED.filter((name) => !header.includes(name));
      if (missing.length > 0) {
        throw new ConfigurationError(`${file} 缺少列 / lacks columns: ${missing.join(', ')}`, {
          next: `需要的列 / needed: ${NEEDED.join(', ')}；可选 / optional: role, evidence`,
        });
      }
      const at = (name: string) => header.indexOf(name);
      for (const { fields } of records) {
        const value = (name: string): string => fields[at(name)] ?? '';
        const optional = (name: string): string => (at(name) < 0 ? '' : value(name));
        const place = { system: value('system'), stream: value('stream'), sourceKey: value('source_key') };
        labels.push({ entity: value('entity_id'), ...place, role: optional('role'), evidence: optional('evidence') });
      }
    }
    return labels;
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) throw thrown;
    throw new ConfigurationError(`无法读取 / cannot read ${file}: ${describeCause(thrown)}`, { cause: thrown });
  }
}
