/** What only the double of SQL Server can do on demand. It speaks the protocol; it never was a SQL Server. */
import { Cut, before, SqlError, type Handler } from '../../../test/setup/tds/double.ts';
import { TdsServer } from '../../../test/setup/tds/server.ts';
import { answerTables } from '../../../test/setup/tds/tables.ts';
import { readTables } from '../../services/tds-tables.ts';
import { describeHoldings, messageOf, runAgain, snapshotOf } from '../account.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { BIG } from '../sources.ts';

const PASSWORD = 'double';
const DATABASE = 'tdkq';
const ROWS = 2_000;
const MIDDLE = 1_300;

async function throwFault(fault: Error): Promise<never> {
  throw fault;
}

/** The fault strikes once, in the middle of the big table. */
function strikeOnce(handler: Handler, fault: Error): Handler {
  let struck = false;
  return async (request) => {
    const answer = await handler(request);
    if (struck || !answer || !/ as t .*order by/s.test(request.text) || !request.text.includes(`[${BIG}]`))
      return answer;
    struck = true;
    return { ...answer, rows: before(answer.rows, MIDDLE, () => throwFault(fault)) };
  };
}

async function playOn(server: TdsServer, stage: Stage, fault: Error) {
  const source = `mssql://reader:${PASSWORD}@127.0.0.1:${server.port}/${DATABASE}`;
  const handler = server.handler;
  const quiet = await stage.open({ kind: 'mssql', source });
  await quiet.approveAll();
  const ending = await quiet.migrate();
  if (ending.code !== 0) throw new Error(`the undisturbed run: ${messageOf(ending)}`);
  const undisturbed = await snapshotOf(quiet.target);
  const place = await stage.open({ kind: 'mssql', source });
  await place.approveAll();
  server.handler = strikeOnce(handler, fault);
  const sees = messageOf(await place.migrate());
  const holds = await describeHoldings(place.target);
  return { sees, holds, next: await runAgain(place, undisturbed) };
}

const onDouble = (what: string, fault: () => Error): Scenario => ({
  fault: `${what} (a double of SQL Server)`,
  async play(stage) {
    const tables = await readTables(stage.sources.postgres, ROWS);
    const handler = answerTables({ name: DATABASE, tables });
    const server = await TdsServer.start({ handler, password: PASSWORD, databases: [DATABASE] });
    try {
      return await playOn(server, stage, fault());
    } finally {
      await server.stop();
    }
  },
});

export const sqlServers: readonly Scenario[] = [
  onDouble('connection to SQL Server cut in the middle of a stream', () => new Cut()),
  onDouble(
    'the reading is the victim of a deadlock in the source',
    () =>
      new SqlError(1205, 'Transaction was deadlocked on lock resources and has been chosen as the deadlock victim.'),
  ),
];
