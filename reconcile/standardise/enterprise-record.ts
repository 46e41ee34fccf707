/** A record of an organisation, a branch or a natural person who bids, as the enterprise model compares it. */
import type { ColumnKind } from '../model/model.ts';
import { readAddress } from './address.ts';
import { hasLostCharacter } from './characters.ts';
import { readCompanyName, type CompanyName } from './company-name.ts';
import { candidatesOf, holderOf, readCodes } from './enterprise-codes.ts';
import { lastOfficeName } from './office-name.ts';
import { readPersonName } from './person-name.ts';
import { areaCodeOf, mobilesFromSlips, readPhones } from './phones.ts';
import { plainPinyin } from './pinyin.ts';
import { listOf, orNull, type RecordValues, type Standard } from './standard.ts';

const COLUMNS = {
  orgCode: 'text',
  personId: 'text',
  registration: 'text',
  codeText: 'text',
  codeCandidates: 'list',
  codeKeys: 'list',
  codeShown: 'text',
  holder: 'text',
  nameText: 'text',
  nameKey: 'text',
  nameCore: 'text',
  namePlace: 'text',
  namePinyin: 'text',
  nameBrand: 'text',
  nameLost: 'text',
  officeKey: 'text',
  formerKeys: 'list',
  nameKeys: 'list',
  branch: 'text',
  isBranch: 'text',
  parentKey: 'text',
  personVariant: 'text',
  personContraction: 'text',
  representative: 'text',
  repVariant: 'text',
  repPinyin: 'list',
  repContraction: 'text',
  mobiles: 'list',
  mobilesLoose: 'list',
  landlines: 'list',
  phoneShown: 'list',
  addressWhole: 'text',
  addressHouse: 'text',
  account: 'text',
  capital: 'text',
} as const satisfies Record<string, ColumnKind>;
export type EnterpriseColumn = keyof typeof COLUMNS;

const FLAG = '1';
const LONGEST_PERSON_NAME = 8;
/** A reader may give several former names, as exports write them. */
const FORMER_SEPARATOR = /[;；]/;

function readNames(values: RecordValues, holder: string | null, name: CompanyName | null) {
  const text = values['name'] ?? '';
  const mayBePerson = holder !== 'organization' && text.length <= LONGEST_PERSON_NAME && name?.place === '';
  const person = mayBePerson ? readPersonName(text) : null;
  const nameKey = orNull(person === null ? name?.key : person.text);
  const given = [values['formerName'], values['namesBefore']].flatMap((names) => (names ?? '').split(FORMER_SEPARATOR));
  const former = given.map((one) => readCompanyName(one)?.key ?? '').filter((key) => key !== nameKey);
  const office = name === null || name.form !== '' ? null : lastOfficeName(name.brand);
  const stated = readCompanyName(values['parentName'] ?? '');
  return {
    nameText: orNull(name?.key.replaceAll('/', '')),
    nameKey,
    nameCore: orNull(name?.core),
    namePlace: orNull(name?.place),
    namePinyin: name === null ? null : plainPinyin(name.key.replaceAll('/', '')),
    nameBrand: holder === 'person' ? null : orNull(name?.brand),
    nameLost: hasLostCharacter(text) ? FLAG : null,
    officeKey: office === null ? null : `${name?.place ?? ''}/${office}`,
    formerKeys: listOf(former),
    nameKeys: listOf([nameKey ?? '', ...former]),
    branch: orNull(name?.branch),
    isBranch: name === null ? null : name.branch === '' ? 'no' : 'yes',
    parentKey: name?.parentKey ?? (name?.branch ? orNull(stated?.key) : null),
    personVariant: orNull(person?.variant),
    personContraction: orNull(person?.contraction),
  };
}

function readRepresentative(text: string | null | undefined) {
  const name = readPersonName(text ?? '');
  return {
    representative: orNull(name?.text),
    repVariant: orNull(name?.variant),
    repPinyin: listOf(name?.pinyin ?? []),
    repContraction: orNull(name?.contraction),
  };
}

function readContacts(values: RecordValues) {
  const texts = [values['contactPhone'] ?? null, values['representativePhone'] ?? null];
  const phones = readPhones(texts, areaCodeOf(values['divisionCode']));
  const address = readAddress(values['address'] ?? '');
  return {
    mobiles: listOf(phones.mobiles),
    mobilesLoose: listOf([...phones.mobiles, ...mobilesFromSlips(phones.doubtful)]),
    landlines: listOf(phones.landlines),
    phoneShown: listOf([...phones.mobiles, ...phones.landlines, ...phones.doubtful]),
    addressWhole: orNull(address?.whole),
    addressHouse: orNull(address?.house),
  };
}

function standardise(values: RecordValues): Record<EnterpriseColumn, string | null> {
  const name = readCompanyName(values['name'] ?? '');
  const { failing, ...codes } = readCodes(values);
  const holder = holderOf(values, { failing, ...codes }, name);
  const candidates = failing === null ? [] : candidatesOf(failing, holder === 'person');
  const valid = [codes.orgCode, codes.personId, codes.registration].filter((code) => code !== null);
  const contacts = readContacts(values);
  const representative = readRepresentative(values['legalRepresentative']);
  return {
    ...codes,
    codeText: failing,
    codeCandidates: listOf(candidates),
    codeKeys: listOf([...valid, ...candidates]),
    codeShown: valid[0] ?? failing,
    holder,
    ...readNames(values, holder, name),
    ...representative,
    ...contacts,
    account: orNull(values['bankAccount']?.replaceAll(/\D/g, '')),
    capital: orNull(values['registeredCapital']?.replace(/\.0+$/, '').replace(/^0$/, '')),
  };
}

export const enterpriseStandard: Standard<EnterpriseColumn> = {
  reads: [
    'name',
    'formerName',
    'namesBefore',
    'parentName',
    'partyType',
    'legalCode',
    'uscc',
    'organizationCode',
    'registrationNumber',
    'idNumber',
    'legalRepresentative',
    'representativePhone',
    'contactPhone',
    'address',
    'divisionCode',
    'bankAccount',
    'registeredCapital',
  ],
  columns: COLUMNS,
  standardise,
};
