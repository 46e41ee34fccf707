/** A party that a record names: the part every mapping with an owner, an agency, a bidder or a winner has. */
import { PartyMention } from '../../schemas/entities/party-mention.ts';
import { part, type FieldRule, type Part, type StreamReference } from '../mapping.ts';
import { either } from './either.ts';
import type { Take } from './index.ts';

export interface MentionColumns<C extends string> {
  /** What the party is in the record (`seller`); the same record may name several. */
  readonly role: string;
  /** Its role in trading, a code of the list `party_role`; a rule where another column decides it. */
  readonly partyRole: string | FieldRule<C>;
  readonly name: C;
  /** The party's number beside the name. */
  readonly code?: C;
  /** The party's telephone, or that of the person the record names for it. */
  readonly phone?: C;
  /** The party's key in a register of the same system. */
  readonly registered?: {
    readonly column: C;
    readonly in: StreamReference;
    /** The register's keys are codes of organisations: taken where they are valid; the register judges them. */
    readonly keyIsCode?: true;
  };
  /** The party is never a natural person. */
  readonly only?: 'organization';
  /** The columns name several parties: one mention of each. */
  readonly each?: Part<C>['each'];
}

type Identifiers<C extends string> = Partial<
  Record<'legalCode' | 'uscc' | 'organizationCode' | 'idNumber', FieldRule<C>>
>;

function identify<C extends string>(take: Take<C>, columns: MentionColumns<C>): Identifiers<C> {
  const { name, code, registered, only } = columns;
  if (code !== undefined) {
    const hints = { name, ...(only ? { only } : {}) };
    return {
      legalCode: take.partyCode(code, 'legalCode', hints),
      uscc: take.partyCode(code, 'uscc', hints),
      organizationCode: take.partyCode(code, 'organizationCode', hints),
      ...(only ? {} : { idNumber: take.partyCode(code, 'idNumber', hints) }),
    };
  }
  if (registered?.keyIsCode !== true) return {};
  const uscc = take.partyCode(registered.column, 'uscc', { only: 'organization' });
  const organizationCode = take.partyCode(registered.column, 'organizationCode', { only: 'organization' });
  return { legalCode: either(uscc, organizationCode), uscc, organizationCode };
}

export function mention<C extends string>(take: Take<C>, columns: MentionColumns<NoInfer<C>>): Part<C> {
  const { role, partyRole, name, phone, registered, each } = columns;
  const reference = registered ? { partyId: take.reference(registered.column, registered.in) } : {};
  return part(
    PartyMention,
    {
      name: take.organizationName(name),
      formerName: take.formerName(name),
      partyRole: typeof partyRole === 'string' ? take.constant(partyRole) : partyRole,
      ...identify(take, columns),
      ...(phone === undefined ? {} : { contactPhone: take.phone(phone) }),
      ...reference,
    },
    { role, onlyWith: ['name', 'legalCode', 'partyId'], ...(each ? { each } : {}) },
  );
}
