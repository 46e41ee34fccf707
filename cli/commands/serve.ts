/** `ggzy serve`: nobody watches; the night comes by itself. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { openLog } from '../../pipelines/serve/log.ts';
import { chooseSystems, openTarget } from '../../pipelines/workspace.ts';
import { loadSettings, type CliContext, type Shell } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

interface ServeOptions {
  readonly now?: true;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
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
  const onError = (fault: Error): void => log('error', 'queue', { message: fault.message });
  const boss = await openQueue({ connectionString, night: settings.night, onError });
  try {
    const server = await startServer({
      database,
      boss,
      settings,
      operator,
      log,
      signal,
      onSync: async () => undefined,
      onNightOver: async () => {
        const { reconcileTouched } = await import('../../pipelines/night/reconcile-touched.ts');
        const directoryOf = (kind: string): string => join(settings.baseDirectory, '.ggzy', 'reconcile', kind);
        const given = { database, operator, now: new Date(), signal, memoryMb: 1000, directoryOf };
        for (const { kind, fault } of await reconcileTouched(given)) {
          log(fault === null ? 'info' : 'error', 'reconcile', { kind, message: fault });
        }
      },
      onReport: async () => undefined,
    });
    if (now) for (const system of settings.systems.keys()) await sendSync(boss, system);
    await untilAborted(signal);
    await server.stop();
    return EXIT.balanced;
  } finally {
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
