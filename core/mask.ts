/**
 * Masks personal data on its way out: enough stays to recognise a record, not enough to use it. Takes whatever text a
 * source holds and never throws. The classes are those of `schemas/field.ts`.
 */
import { looksLikeOrganization } from './organization-name.ts';

type Mask = (characters: readonly string[]) => string;

const stars = (count: number): string => '*'.repeat(Math.max(count, 0));

function ends(characters: readonly string[], head: number, tail: number): string {
  const hidden = characters.length - head - tail;
  if (hidden <= 0) return stars(characters.length);
  return characters.slice(0, head).join('') + stars(hidden) + characters.slice(characters.length - tail).join('');
}

function maskIdNumber(characters: readonly string[]): string {
  if (characters.length >= 14) return ends(characters, 6, 4);
  return characters.length >= 6 ? ends(characters, 2, 2) : stars(characters.length);
}

/**
 * Public beyond doubt: organisation codes, and credit codes that no ID number, mistyped or not, can be taken for (GB 32100
 * starts enterprises with 9, ID numbers start with 1 to 8 and hold digits only). In doubt a number is a person's.
 */
const PUBLIC_CODE = /^(?:9[0-9A-Z]{17}|(?=\d*[A-WYZ])[0-9A-Z]{18}|[0-9A-Z]{8}-?[0-9A-Z])$/i;

/** A column that names organisations and persons by their numbers: only a person's number is hidden. */
function maskPartyCode(characters: readonly string[]): string {
  const text = characters.join('').normalize('NFKC');
  return PUBLIC_CODE.test(text) ? characters.join('') : maskIdNumber(characters);
}

const MOBILE = /^(\+?86[- ]?)?(1\d{2})\d{4}(\d{4})$/;
const LANDLINE = /^([(（]?0\d{2,3}[)）]?[- ]?)(\d.*)$/;

/** One column often holds several numbers. */
const BETWEEN_PHONES = /([、,，;；/\s]+)/;

function maskOnePhone(text: string): string {
  const [, country = '', head, tail] = MOBILE.exec(text) ?? [];
  if (head !== undefined && tail !== undefined) return `${country}${head}****${tail}`;
  const [, area, number] = LANDLINE.exec(text) ?? [];
  if (area !== undefined && number !== undefined) return area + stars(number.length);
  const characters = Array.from(text);
  return characters.length > 6 ? ends(characters, 2, 0) : stars(characters.length);
}

function maskPhone(characters: readonly string[]): string {
  const parts = characters.join('').split(BETWEEN_PHONES);
  return parts.map((part, index) => (index % 2 === 1 ? part : maskOnePhone(part))).join('');
}

function maskName(characters: readonly string[]): string {
  const [first = '', second = ''] = characters;
  if (characters.length <= 1) return '*';
  return characters.length === 2 ? `${first}*` : `${first}${second}**`;
}

/** A column that names organisations and persons alike: only a person's name is hidden. */
function maskPartyName(characters: readonly string[]): string {
  const text = characters.join('');
  return looksLikeOrganization(text) ? text : maskName(characters);
}

/** A short address is not shown whole. */
function maskAddress(characters: readonly string[]): string {
  const shown = characters.length > 6 ? 6 : characters.length >> 1;
  return `${characters.slice(0, shown).join('')}***`;
}

const MASKS: Readonly<Record<string, Mask>> = {
  none: (characters) => characters.join(''),
  name: maskName,
  party_name: maskPartyName,
  id_number: maskIdNumber,
  party_code: maskPartyCode,
  phone: maskPhone,
  account: (characters) => (characters.length > 6 ? `****${characters.slice(-4).join('')}` : '****'),
  address: maskAddress,
  birth_date: (characters) => `${/^\d{4}/.exec(characters.join(''))?.[0] ?? '****'}-**-**`,
  content: (characters) => `（已隐去 ${characters.length} 字）`,
};

/** @returns null and empty text as they are; a class nobody knows is hidden altogether. */
export function maskValue<T extends string | null>(value: T, personalClass: string): T | string {
  if (value === null || value === '') return value;
  const mask = Object.hasOwn(MASKS, personalClass) ? MASKS[personalClass] : undefined;
  return mask ? mask(Array.from(value.trim())) : '***';
}
