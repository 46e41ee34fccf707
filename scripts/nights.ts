/**
 * `npm run nights [-- --seed 1 --nights 30 --only lhasa,nagqu]`: six prefectures send their nights to real servers, and everything goes wrong
 * that the seed says. Ends with 1 where a fault was not seen, one was invented, or a record in the unified database is
 * not what the sources say.
 */
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../database/connection.ts';
import { findSystem } from '../pipelines/registry.ts';
import { createRandom, type Random } from './demo-data/forms/random.ts';
import { compareSystem } from './nights/compare.ts';
import { EVERYWHERE, FAULTS, planFaults, type Fault, type PlannedFault } from './nights/faults.ts';
import { Sender } from './nights/sender.ts';
import { NightStage, type Prefectures } from './nights/stage.ts';
import { judgeNights, type Said, type SaidOfSystem } from './nights/watch.ts';
import { waysOf } from './nights/ways.ts';
import { dayOfNight, Prefecture } from './nights/world.ts';

const SYSTEMS = [
  'lhasa',
  'shannan',
  'shigatse',
  'qamdo',
  'nyingchi',
  'nagqu',
] as const satisfies readonly (keyof Prefectures)[];
type System = (typeof SYSTEMS)[number];
const WITHOUT_EXPERTS = ['enterprise', 'project', 'section', 'result'] as const;
/** When a process is killed, or the database goes down: from the start of the command, in milliseconds. */
const DISTURBED = [1500, 4000] as const;

interface Play {
  readonly stage: NightStage;
  readonly random: Random;
  readonly plan: readonly PlannedFault[];
  readonly senders: readonly Sender[];
}

interface SyncOutput {
  readonly systems: readonly SaidOfSystem[];
}

function say(text: string): void {
  console.log(text);
}

function faultOf({ plan }: Play, system: string, night: number): Fault | null {
  return plan.find((each) => each.system === system && each.night === night)?.fault ?? null;
}

/** Runs the night, once more where something ended it. */
async function sync({ stage, random }: Play, night: number, fault: Fault | null): Promise<readonly SaidOfSystem[]> {
  const args = ['sync', '--json', '--at', `${dayOfNight(night)}T03:00:00+08:00`];
  if (fault === 'killed' || fault === 'targetRestarted') {
    const { child, ended } = stage.start(...args);
    await Promise.race([sleep(random.int(...DISTURBED)), ended]);
    if (fault === 'killed') child.kill('SIGKILL');
    else await stage.restartTarget();
    await ended;
  }
  const { code, output, errors } = await stage.start(...args).ended;
  try {
    return (JSON.parse(output) as SyncOutput).systems;
  } catch {
    throw new Error(`night ${night} ended with ${code} and said nothing of its systems:\n${errors.slice(-1500)}`);
  }
}

/** @returns names in a list a command prints as JSON. */
async function namesIn({ stage }: Play, list: string, command: readonly string[]): Promise<string[]> {
  const { output } = await stage.start(...command, '--json').ended;
  const said = JSON.parse(output) as Readonly<Record<string, readonly { name: string; state?: string }[]>>;
  return (said[list] ?? []).filter(({ state = 'open' }) => state === 'open').map(({ name }) => name);
}

/** The person on duty answers in the morning for what is held. */
async function answer(play: Play, verdict: 'approve' | 'refuse', names: readonly string[]): Promise<void> {
  if (names.length === 0) return say(`    nothing to ${verdict}`);
  const { code, errors } = await play.stage.start(verdict, ...names, '--as', '值班员', '--reason', '已与对方核实')
    .ended;
  if (code !== 0) throw new Error(`${verdict} ${names.join(' ')} ended with ${code}: ${errors.slice(-500)}`);
  say(`    ${verdict} ${names.join(' ')}`);
}

/** A column nobody announced is left out until somebody has looked at it. */
async function answerForColumns(play: Play, systems: readonly SaidOfSystem[]): Promise<void> {
  const isNew = ({ guard, level }: { guard: string; level: string }) => guard === 'drift' && level === 'warn';
  const drifts = systems.flatMap(({ verdicts }) => verdicts.filter(isNew));
  const names = drifts.map(({ message }) => message.zh.split(' ')[0] ?? '');
  if (names.length > 0) await answer(play, 'approve', [...new Set(names)]);
}

async function answerFor(play: Play, { system, fault }: PlannedFault): Promise<void> {
  if (fault === 'massDeleteApproved') await answer(play, 'approve', await namesIn(play, 'holds', ['holds', system]));
  if (fault === 'massDeleteRefused') await answer(play, 'refuse', await namesIn(play, 'holds', ['holds', system]));
}

async function playNight(play: Play, night: number): Promise<Said> {
  for (const sender of play.senders) await sender.send(faultOf(play, sender.source.system, night));
  const systems = await sync(play, night, faultOf(play, EVERYWHERE, night));
  const faults = play.plan.filter((each) => each.night === night);
  const gone = faults.map(({ system, fault }) => `${system === EVERYWHERE ? '' : `${system} `}${FAULTS[fault].zh}`);
  const loud = systems.filter(({ status }) => status !== 'green');
  say(`${String(night).padStart(2)}  ${dayOfNight(night)}  ${gone.join('，') || '平静'}`);
  for (const { system, status, message } of loud) say(`    ${system}: ${status} ${message ?? ''}`);
  for (const fault of faults) await answerFor(play, fault);
  await answerForColumns(play, systems);
  return { night, systems };
}

function tablesOf(system: string): (stream: string) => readonly string[] {
  const mappings = findSystem(system)?.mappings ?? [];
  return (stream) => [
    ...new Set(
      mappings
        .filter((mapping) => mapping.stream.name === stream)
        .flatMap(({ parts }) => parts.filter(({ role }) => role === '').map(({ entity }) => entity.table)),
    ),
  ];
}

/** @returns whether every record is what it has to be. */
async function compareAll({ stage, senders }: Play): Promise<boolean> {
  const database = openDatabase(stage.targetUrl, 1);
  let equal = true;
  try {
    for (const { source, replayer } of senders) {
      const { system, form } = source;
      const compared = await compareSystem(database, { system, form, replayer, tablesOf: tablesOf(system) });
      const { records, values, differences } = compared;
      say(`${system}: ${records} records, ${values} values, ${differences.length} differences`);
      for (const difference of differences.slice(0, 10)) say(`    ${difference}`);
      if (differences.length > 0 || records === 0) equal = false;
    }
  } finally {
    await database.close();
  }
  return equal;
}

async function playAll(
  stage: NightStage,
  { seed, nights, systems }: { readonly seed: number; readonly nights: number; readonly systems: readonly System[] },
): Promise<boolean> {
  const random = createRandom(seed);
  const ways = waysOf(stage.prefectures);
  const senders = systems.map((system) => {
    const source = stage.prefectures[system];
    const kinds = 'expert' in source.form.streams ? undefined : WITHOUT_EXPERTS;
    return new Sender({ source, prefecture: new Prefecture(random.fork(system), kinds), ways: ways[system] });
  });
  const plan = planFaults(random.fork('faults'), nights, systems);
  const all: Play = { stage, random: random.fork('moments'), plan, senders };
  const said: Said[] = [];
  for (let night = 0; night <= nights; night += 1) said.push(await playNight(all, night));
  const { caught, missed, invented } = judgeNights(plan, said);
  say(`\n${caught} faults seen, ${missed.length} missed, ${invented.length} invented`);
  for (const line of missed) say(`    missed: ${line}`);
  for (const line of invented) say(`    invented: ${line}`);
  const equal = await compareAll(all);
  return equal && missed.length === 0 && invented.length === 0;
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    nights: { type: 'string', default: '30' },
    only: { type: 'string', default: SYSTEMS.join(',') },
  },
});
const begun = performance.now();
const chosen = SYSTEMS.filter((system) => values.only.split(',').includes(system));
const stage = await NightStage.open(chosen);
try {
  const passed = await playAll(stage, { seed: Number(values.seed), nights: Number(values.nights), systems: chosen });
  say(`seed ${values.seed}: ${passed ? 'passed' : 'FAILED'} in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  if (!passed) process.exitCode = 1;
} finally {
  await stage.close();
}
