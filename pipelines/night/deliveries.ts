/** What lies ready of a system: days that were not taken yet, oldest first, or the source as it stands. */
import type { DayDelivery } from '../../connectors/connector.ts';
import { ConfigurationError } from '../../core/errors.ts';
import type { Database } from '../../database/connection.ts';
import { readDeliveries, type DeliveryRecord } from '../../database/load/deliveries.ts';
import { listDays } from '../day-deliveries.ts';
import type { Settings, SystemSettings } from '../settings.ts';

export interface PendingDelivery {
  /** Empty for a source that is read as it stands. */
  readonly day: string;
  readonly settings: SystemSettings;
  readonly stamp: string;
  /** A newer day was taken before. */
  readonly late: boolean;
}

export interface Pending {
  readonly deliveries: readonly PendingDelivery[];
  /** Every day that ever lay ready or was taken; null for a source that is read as it stands. */
  readonly days: readonly string[] | null;
  /** Nothing was ever taken. */
  readonly first: boolean;
}

/** Taken as it was, or refused as it was: it is not looked at again until somebody touches it. */
function isSettled(known: DeliveryRecord | undefined, { stamp }: DayDelivery): boolean {
  return known?.stamp === stamp && (known.status === 'accepted' || known.status === 'refused');
}

async function neverRead(database: Database, system: string): Promise<boolean> {
  const rows = await database.query(
    `select 1 from ops.runs where system = $1 and complete and status in ('green', 'red') limit 1`,
    [system],
  );
  return rows.length === 0;
}

/** @throws ConfigurationError where the system is not configured; FormatError where the drop folder cannot be read. */
export async function findPending(
  database: Database,
  { settings, system }: { readonly settings: Settings; readonly system: string },
): Promise<Pending> {
  const given = settings.systems.get(system);
  if (!given) throw new ConfigurationError(`${settings.file} 中没有配置系统 ${system}`, { system });
  const first = await neverRead(database, system);
  const days = await listDays(settings, system);
  if (days === null) {
    return { deliveries: [{ day: '', settings: given, stamp: '', late: false }], days: null, first };
  }
  const known = await readDeliveries(database, system);
  const taken = [...known.values()].filter(({ status }) => status === 'accepted' || status === 'incomplete');
  const newest =
    taken
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? '';
  const deliveries = days
    .filter((delivery) => !isSettled(known.get(delivery.day), delivery))
    .map(({ day, stamp, settings: own }) => {
      return { day, stamp, settings: { ...given, settings: own }, late: day < newest };
    });
  return { deliveries, days: [...new Set([...known.keys(), ...days.map(({ day }) => day)])].toSorted(), first };
}
