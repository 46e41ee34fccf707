/** Judges records of ranges that are not read, from the text the raw layer keeps of them. */
import { rowText } from '../core/row-text.ts';
import type { DoubtedRecord } from '../database/load/carry-ranges.ts';
import type { Client } from '../database/connection.ts';
import { copyIsolating } from '../database/load/isolate.ts';
import { LOST_CHARACTER } from './lost-character.ts';
import type { RecordPlace } from './record-place.ts';
import type { RecordStager } from './record-stager.ts';

const POSITION = /^(.*)([:@])(\d+)$/s;

/** As the reader would say it. */
function placeOf(position: string): RecordPlace {
  const [, origin = position, mark = ':'] = POSITION.exec(position) ?? [];
  return { origin, mark: mark === '@' ? '@' : ':' };
}

const digits = (hash: string): string => hash.replaceAll('-', '');

/** @returns canonical rows of the records, null where what is kept of one is not what was delivered. */
export async function stageDoubted(
  client: Client,
  stager: RecordStager,
  records: readonly DoubtedRecord[],
): Promise<number | null> {
  for (const { ord, hash, position, values } of records) {
    const record = { values, row: ord };
    const place = placeOf(position);
    const identified = stager.identify(place, record);
    const isWhole = digits(identified.rawHash) === digits(hash) && !rowText(values).includes(LOST_CHARACTER);
    if (!isWhole) {
      stager.take();
      return null;
    }
    stager.add(place, record, ord, identified);
  }
  const mapped = stager.take();
  await copyIsolating(client, mapped.encoded);
  stager.reuse(mapped);
  return mapped.canonical;
}
