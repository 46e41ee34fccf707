/** The tables of the centre that are not measured, empty. */
import { openDatabase } from '../../../database/connection.ts';
import { landminingMappings } from '../../../mappings/landmining/index.ts';
import { createTable } from '../../faults/sources.ts';

export async function createParcelTables(url: string): Promise<void> {
  const source = openDatabase(url, 1);
  for (const { stream } of landminingMappings) {
    if (stream.name !== 'td_dk') await source.query(createTable(stream));
  }
  await source.close();
}
