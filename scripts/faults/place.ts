/** Where one scenario plays: a target of its own, a source behind a network of its own, and the command itself. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stringify } from 'yaml';
import { Proxy } from './proxy.ts';
import { NODE_FLAGS } from '../node-flags.ts';

const CLI = join(import.meta.dirname, '..', '..', 'cli', 'ggzy.ts');
const CHUNK = 250;

export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
}

export interface PlaceOptions {
  readonly kind: 'mysql' | 'postgres' | 'mssql';
  /** Address of the source; the proxy stands in front of it. */
  readonly source: string;
  readonly target: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface MigrateOptions {
  /** `merge:1`, see core/fault.ts. */
  readonly fault?: string;
  /** Module that is loaded before the command. */
  readonly preload?: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
}

export class Place {
  readonly target: string;
  readonly network: Proxy;
  readonly #directory: string;

  private constructor(target: string, network: Proxy, directory: string) {
    this.target = target;
    this.network = network;
    this.#directory = directory;
  }

  static async open({ kind, source, target, settings = {} }: PlaceOptions): Promise<Place> {
    const directory = await mkdtemp(join(tmpdir(), 'ggzy-fault-'));
    const address = new URL(source);
    const network = await Proxy.start(Number(address.port));
    const reached = {
      connector: kind,
      host: '127.0.0.1',
      port: network.port,
      database: address.pathname.slice(1),
      user: decodeURIComponent(address.username),
      password: decodeURIComponent(address.password),
      ssl: 'disable',
      ...settings,
    };
    await writeFile(join(directory, 'ggzy.yaml'), stringify({ chunkSize: CHUNK, systems: { landmining: reached } }));
    return new Place(target, network, directory);
  }

  start(options: MigrateOptions = {}): Started {
    return this.#run(['migrate', 'landmining'], options);
  }

  migrate(options: MigrateOptions = {}): Promise<Ending> {
    return this.start(options).ended;
  }

  /** Answers for everything in which the source departs from its declaration. @returns the names. */
  async approveAll(): Promise<string> {
    const plan = await this.#run(['plan', 'landmining']).ended;
    const names = /ggzy approve (.+?) --as/.exec(plan.output)?.[1] ?? '';
    if (names === '') throw new Error(`plan finds nothing to approve: ${plan.output}`);
    const approval = await this.#run(['approve', ...names.split(' '), '--as', 'operator', '--reason', 'fault table'])
      .ended;
    if (approval.code !== 0) throw new Error(approval.output);
    return names;
  }

  async close(): Promise<void> {
    await this.network.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  #run(command: readonly string[], { fault = '', preload }: MigrateOptions = {}): Started {
    const child = spawn(process.execPath, [...NODE_FLAGS, CLI, ...command], {
      cwd: this.#directory,
      env: {
        PATH: process.env['PATH'],
        HOME: this.#directory,
        DATABASE_URL: this.target,
        GGZY_FAULT: fault,
        NODE_COMPILE_CACHE: join(tmpdir(), 'ggzy-fault-compiled'),
        ...(preload === undefined ? {} : { NODE_OPTIONS: `--import=${preload}` }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = Promise.all([text(child.stderr), text(child.stdout)]);
    const ended = once(child, 'exit').then(async (exit) => {
      const [code, signal] = exit as [number | null, string | null];
      return { code, signal, output: (await texts).join('\n') };
    });
    return { child, ended };
  }
}
