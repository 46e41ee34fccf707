/** What the report reads of the records of each kind. */
import { MATTER_SOURCES } from '../../reconcile/matters/index.ts';
import { isValidIdNumber } from '../../schemas/identifiers/id-number.ts';
import { isValidUscc } from '../../schemas/identifiers/uscc.ts';
import type { EntityKind } from '../../schemas/identity.ts';

export interface ReportFields {
  /** Fields that name a record, the better first. */
  readonly names: readonly string[];
  /** A number that belongs to one entity alone; null where there is none. */
  readonly number: { readonly field: string; readonly isValid: (value: string) => boolean } | null;
  /** A record with none of these can never be linked: a name alone is no identity. */
  readonly linking: readonly string[];
}

const distinct = (fields: readonly (string | null)[]): string[] => [
  ...new Set(fields.filter((field) => field !== null)),
];

export const REPORT_FIELDS: Readonly<Record<EntityKind, ReportFields>> = {
  expert: {
    names: ['name'],
    number: { field: 'idNumber', isValid: isValidIdNumber },
    linking: ['idNumber', 'documentNumber', 'birthDate', 'mobile', 'otherPhone', 'employer', 'address'],
  },
  enterprise: {
    names: ['name'],
    number: { field: 'uscc', isValid: isValidUscc },
    linking: [
      'legalCode',
      'uscc',
      'organizationCode',
      'registrationNumber',
      'idNumber',
      'licenceNumber',
      'budgetUnitCode',
      'legalRepresentative',
      'representativePhone',
      'contactPhone',
      'address',
      'bankAccount',
    ],
  },
  matter: {
    names: distinct(MATTER_SOURCES.flatMap(({ names }) => names)),
    number: null,
    linking: distinct(
      MATTER_SOURCES.flatMap(({ parents, ownNumber, namedNumbers, investmentCode, names }) => [
        ...parents,
        ...namedNumbers,
        ...names,
        ownNumber,
        investmentCode,
      ]),
    ),
  },
};
