/** A record of an expert as the expert model compares it. */
import { idBirthDate, idSex, isValidIdNumber, upgradeIdNumber } from '../../schemas/identifiers/id-number.ts';
import { hasLostCharacter, toOneForm } from './characters.ts';
import type { ColumnKind } from '../model/model.ts';
import { readAddress } from './address.ts';
import { readCompanyName } from './company-name.ts';
import { idNumberCandidates } from './identifier-slips.ts';
import { lastOfficeName } from './office-name.ts';
import { readPersonName } from './person-name.ts';
import { areaCodeOf, mobilesFromSlips, readPhones } from './phones.ts';
import { plainPinyin } from './pinyin.ts';
import { listOf, orNull } from './standard.ts';
import type { RecordValues, Standard } from './standard.ts';

const COLUMNS = {
  idNumber: 'text',
  idText: 'text',
  idCandidates: 'list',
  idKeys: 'list',
  document: 'text',
  numberInSystem: 'text',
  birthDate: 'text',
  sex: 'text',
  nameText: 'text',
  nameVariant: 'text',
  nameLoose: 'text',
  namePinyin: 'list',
  nameShort: 'list',
  nameWords: 'list',
  nameNote: 'text',
  nameLost: 'text',
  mobiles: 'list',
  mobilesLoose: 'list',
  landlines: 'list',
  phoneShown: 'list',
  employerKey: 'text',
  employerCore: 'text',
  employerPlace: 'text',
  employerOffice: 'text',
  employerPinyin: 'text',
  addressWhole: 'text',
  addressHouse: 'text',
  title: 'text',
  certificate: 'text',
  isThin: 'text',
} as const satisfies Record<string, ColumnKind>;
export type ExpertColumn = keyof typeof COLUMNS;

const SHORTEST_ID = 15;
const FLAG = '1';

/** A valid number; or the text of a failing one with what it may have been. `idKeys` are the numbers it can meet under. */
function readId(text: string | null | undefined) {
  const number = upgradeIdNumber(text ?? '') ?? text ?? '';
  if (isValidIdNumber(number)) return { idNumber: number, idText: null, idCandidates: null, idKeys: number };
  if (number.length < SHORTEST_ID) return { idNumber: null, idText: null, idCandidates: null, idKeys: null };
  const idCandidates = listOf(idNumberCandidates(number));
  return { idNumber: null, idText: number, idCandidates, idKeys: idCandidates };
}

function readName(text: string | null | undefined) {
  const name = readPersonName(text ?? '');
  return {
    nameText: orNull(name?.text),
    nameVariant: orNull(name?.variant),
    nameLoose: orNull(name?.looseVariant),
    namePinyin: listOf(name?.pinyin ?? []),
    nameShort: listOf([name?.contraction ?? '', name?.withoutFront ?? '']),
    nameWords: listOf(name?.words ?? []),
    nameNote: orNull(name?.note),
    nameLost: name !== null && hasLostCharacter(name.text) ? FLAG : null,
  };
}

function readEmployer(text: string | null | undefined) {
  const employer = readCompanyName(text ?? '');
  const office = employer === null ? null : lastOfficeName(employer.brand);
  return {
    employerKey: orNull(employer?.key),
    employerCore: orNull(employer?.core),
    employerPlace: orNull(employer?.place),
    employerOffice: office === null ? null : `${employer?.place ?? ''}/${office}`,
    employerPinyin: employer === null ? null : plainPinyin(employer.key.replaceAll('/', '')),
  };
}

function standardise(values: RecordValues): Record<ExpertColumn, string | null> {
  const id = readId(values['idNumber']);
  const { idNumber, idText } = id;
  const phones = readPhones(
    [values['mobile'] ?? null, values['otherPhone'] ?? null],
    areaCodeOf(values['divisionCode']),
  );
  const address = readAddress(values['address'] ?? '');
  const employer = readEmployer(values['employer']);
  const birthDate = orNull(values['birthDate']) ?? (idNumber === null ? null : idBirthDate(idNumber));
  const number = values['expertNumber'];
  const shownPhones = [...phones.mobiles, ...phones.landlines, ...phones.doubtful];
  const telling = [idNumber, idText, birthDate, employer.employerKey, address?.whole];
  return {
    ...id,
    document: orNull(values['documentNumber']),
    numberInSystem: number ? `${values['system'] ?? ''}/${number}` : null,
    birthDate,
    sex: orNull(values['gender']) ?? (idNumber === null ? null : idSex(idNumber)),
    ...readName(values['name']),
    mobiles: listOf(phones.mobiles),
    mobilesLoose: listOf([...phones.mobiles, ...mobilesFromSlips(phones.doubtful)]),
    landlines: listOf(phones.landlines),
    phoneShown: listOf(shownPhones),
    ...employer,
    addressWhole: orNull(address?.whole),
    addressHouse: orNull(address?.house),
    title: orNull(toOneForm(values['title'] ?? '')),
    certificate: orNull(toOneForm(values['titleCertificate'] ?? '')),
    isThin: telling.some((value) => value !== null && value !== undefined) ? null : FLAG,
  };
}

export const expertStandard: Standard<ExpertColumn> = {
  reads: [
    'system',
    'expertNumber',
    'name',
    'gender',
    'idNumber',
    'documentNumber',
    'birthDate',
    'title',
    'titleCertificate',
    'employer',
    'mobile',
    'otherPhone',
    'address',
    'divisionCode',
  ],
  columns: COLUMNS,
  standardise,
};
