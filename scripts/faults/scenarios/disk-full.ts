/** The target runs out of disk: its tables lie on a small file system of their own, which is enlarged afterwards. */
import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '../../../database/connection.ts';
import { migrateDatabase } from '../../../database/migrate.ts';
import { onDatabase } from '../../bench/peers/sources.ts';
import { describeHoldings, messageOf, runAgain } from '../account.ts';
import { Unplayable, type Scenario } from '../scenario.ts';

const run = promisify(execFile);
const NOBODY = 65534;
const NAME = 'fault_small';
const LARGE = '500m';
/** Room that is left when the run begins. */
const ROOM_BYTES = 2_000_000;

async function mountSmall(directory: string): Promise<void> {
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${LARGE},mode=0700`, 'tmpfs', directory]);
    await chown(directory, NOBODY, NOBODY);
  } catch (thrown) {
    await rm(directory, { recursive: true, force: true });
    throw new Unplayable(`no file system can be mounted here: ${String(thrown).split('\n')[0]}`);
  }
}

async function resize(directory: string, size: string): Promise<void> {
  await run('mount', ['-o', `remount,size=${size}`, directory]);
}

export const diskFull: Scenario = {
  fault: 'the disk of the target is full',
  async play(stage) {
    const directory = await mkdtemp(join(tmpdir(), 'ggzy-fault-disk-'));
    await mountSmall(directory);
    const server = openDatabase(stage.server, 1);
    try {
      await server.query(`create tablespace ${NAME} location '${directory}'`);
      await server.query(`create database ${NAME} tablespace ${NAME}`);
      const target = onDatabase(stage.server, NAME);
      await migrateDatabase(target);
      await server.query('checkpoint');
      const { blocks, bfree, bsize } = await statfs(directory);
      const place = await stage.open({ kind: 'mysql', target });
      await resize(directory, String((blocks - bfree) * bsize + ROOM_BYTES));
      const sees = messageOf(await place.migrate());
      await resize(directory, LARGE);
      const holds = await describeHoldings(target);
      return { sees, holds, next: await runAgain(place, stage.undisturbed.mysql) };
    } finally {
      await server.query(`drop database if exists ${NAME} with (force)`);
      await server.query(`drop tablespace if exists ${NAME}`);
      await server.close();
      await run('umount', [directory]);
      await rm(directory, { recursive: true, force: true });
    }
  },
};
