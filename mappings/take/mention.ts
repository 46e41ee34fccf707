/** A party that a record names: the part every mapping with an owner, an agency, a bidder or a winner has. */
import { PartyMention } from '../../schemas/entities/party-mention.ts';
import { part, type FieldRule, type Part, type StreamReference } from '../mapping.ts';
import type { Take } from './index.ts';

export interface MentionColumns<C extends string> {
  /** What the party is in the record (`seller`); the same record may name several. */
  readonly role: string;
  /** Its role in trading, a code of the list `party_role`. */
  readonly partyRole: string;
  readonly name: C;
  /** The party's number beside the name. */
  readonly code?: C;
  /** The party's key in a register of the same system. */
  readonly registered?: { readonly column: C; readonly in: StreamReference };
}

export function mention<C extends string>(take: Take<C>, columns: MentionColumns<C>): Part<C> {
  const { role, partyRole, name, code, registered } = columns;
  const identifiers: Partial<Record<'legalCode' | 'uscc' | 'organizationCode' | 'idNumber', FieldRule<C>>> =
    code === undefined
      ? {}
      : {
          legalCode: take.partyCode(code, 'legalCode', { name }),
          uscc: take.partyCode(code, 'uscc', { name }),
          organizationCode: take.partyCode(code, 'organizationCode', { name }),
          idNumber: take.partyCode(code, 'idNumber', { name }),
        };
  const reference = registered ? { partyId: take.reference(registered.column, registered.in) } : {};
  return part(
    PartyMention,
    {
      name: take.organizationName(name),
      formerName: take.formerName(name),
      partyRole: take.constant(partyRole),
      ...identifiers,
      ...reference,
    },
    { role, onlyWith: ['name', 'legalCode', 'partyId'] },
  );
}
