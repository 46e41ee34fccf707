/** What the seven bodies ask the public site to announce: the matters of the shared world, as each centre's rows have them. */
import { makeBook } from '../stateassets/ledgers.ts';
import { makeConstruction } from '../construction/centre.ts';
import { readMatters, type Matter, type Outcome } from './known-matters.ts';
import { LISTINGS, PARCELS, PURCHASES, ROADS, TENDERS } from './sources.ts';
import { makeLandMining, sharedWith } from '../landmining/centre.ts';
import { createRandom, type Random } from '../forms/random.ts';
import type { CommonWorld } from '../world/shared.ts';
import { makeTransport } from '../transport/centre.ts';
import type { WorldOptions } from '../types.ts';
import { layFoundations } from '../world/world.ts';

const LEDGER_YEAR = 2019;
/** The seller is named in the first lot of a mandate only, and few lots are worth a notice. */
const LISTED = 0.4;
const TOGETHER = 0.15;

/** Now and then all lots are announced in one notice, winners and amounts together. */
function announceTogether(random: Random, matter: Matter): Matter {
  const { outcomes, name } = matter;
  if (outcomes.length < 2 || !random.chance(TOGETHER)) return matter;
  const winners = [...new Set(outcomes.flatMap((outcome) => outcome.winners))];
  const together: Outcome = { name, winners, amount: outcomes.reduce((sum, { amount }) => sum + amount, 0) };
  return { ...matter, outcomes: [together] };
}

/** @param world the common one of the same seed and scale */
export function mattersOf(random: Random, options: Omit<WorldOptions, 'dirt'>, world: CommonWorld): Matter[] {
  const { seed, scale } = options;
  const { companies, tables } = layFoundations(options);
  // The other centres' rows before anything is damaged in them.
  const clean = { scale, dirt: 0 };
  const own = (system: string): Random => createRandom(seed).fork(system);
  const ledger = makeBook(own(String(LEDGER_YEAR)), LEDGER_YEAR, scale, companies);
  // What is only planned (立项) is not announced yet.
  const purchases = (tables['CG_XM'] ?? []).filter((row) => row.cells['ZT'] !== '10');
  const matters = [
    ...readMatters(PURCHASES, { ...tables, CG_XM: purchases }),
    ...readMatters(PARCELS, makeLandMining(own('landmining'), clean, sharedWith(companies, tables)).tables),
    ...readMatters(TENDERS, makeConstruction(own('construction'), clean, world).tables),
    ...readMatters(ROADS, makeTransport(own('transport'), clean, world).tables),
    ...readMatters(LISTINGS, ledger.sheets).filter(({ owner }) => owner !== '' && random.chance(LISTED)),
  ];
  return matters.map((matter) => announceTogether(random, matter));
}
