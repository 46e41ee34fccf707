/** Which canonical tables hold the records of each kind of entity. */
import type { RecordSource } from '../../database/identity/sources.ts';
import { MATTER_SOURCES } from '../../reconcile/matters/index.ts';
import { Expert } from '../../schemas/entities/expert.ts';
import { PartyNameChange } from '../../schemas/entities/party-name-change.ts';
import { Party } from '../../schemas/entities/party.ts';
import type { EntityKind } from '../../schemas/identity.ts';
import { getEntity } from '../../schemas/registry.ts';

export const SOURCES: Readonly<Record<EntityKind, readonly RecordSource[]>> = {
  expert: [{ entity: Expert }],
  enterprise: [
    {
      entity: Party,
      // Names given up, as registers of changes list them.
      gathered: [{ name: 'namesBefore', from: PartyNameChange, by: 'partyId', field: 'nameBefore' }],
    },
  ],
  matter: MATTER_SOURCES.map(({ entity, part }) => ({ entity: getEntity(entity), part })),
};
