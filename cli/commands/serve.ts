/** `ggzy serve`: nobody watches; the night comes by itself. */
import type { Command } from 'commander';
import type { Database } from '../../database/connection.ts';
import type { HttpPort } from '../../pipelines/serve/http.ts';
import { openLog, type Log } from '../../pipelines/serve/log.ts';
import type { Settings } from '../../pipelines/settings.ts';
import { chooseSystems, openTarget, withoutPassword } from '../../pipelines/workspace.ts';
import { loadSettings, type CliContext, type Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readVersion } from '../version.ts';

interface ServeOptions {
  readonly now?: true;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function openPort(database: Database, { night }: Settings, log: Log): Promise<HttpPort | null> {
  const { host, port } = night.http;
  if (port === 0) return null;
  const { openHttpPort } = await import('../../pipelines/serve/http.ts');
  const opened = await openHttpPort({ database, host, port, version: readVersion() });
  log('info', 'listening', { host, port: opened.port });
  return opened;
}

async function serve(context: CliContext, { now = false }: { now?: boolean }): Promise<ExitCode> {
  const { operator, signal } = context;
  const settings = await loadSettings(context);
  chooseSystems(settings, []);
  const log = openLog((line) => process.stdout.write(`${line}\n`));
  const target = await openTarget(settings, 'newest');
  const { database, connectionString } = target;
  // Loaded here: no other command needs the queue.
  const { openQueue, sendSync } = await import('../../pipelines/serve/queue.ts');
  const { startServer } = await import('../../pipelines/serve/server.ts');
  const { afterSync, reconcileAfter, reportNight, tellOf } = await import('../night-server.ts');
  const onError = (fault: Error): void => log('error', 'queue', { message: fault.message });
  const boss = await openQueue({ connectionString, night: settings.night, onError });
  const around = { context, database, boss, settings, targetLabel: withoutPassword(connectionString), log };
  const port = await openPort(database, settings, log);
  try {
    const server = await startServer({
      database,
      boss,
      settings,
      operator,
      log,
      signal,
      onSync: (sync) => afterSync(around, sync),
      onNightOver: async () => {
        await reconcileAfter(around);
        await tellOf(around);
      },
      onReport: () => reportNight(around),
    });
    if (now) for (const system of settings.systems.keys()) await sendSync(boss, system);
    await untilAborted(signal);
    await server.stop();
    return EXIT.balanced;
  } finally {
    await port?.close();
    await target.close();
  }
}

export function addServe(program: Command, { say, run }: Shell): void {
  program
    .command('serve')
    .description(
      say(
        '常驻运行：按时同步各系统（可在多台机器上运行）',
        'runs on: syncs every system in time, on as many machines as you like',
      ),
    )
    .option('--now', say('启动后立即同步一次', 'sync once right away'))
    .action((options: ServeOptions) => run((context) => serve(context, options)));
}
