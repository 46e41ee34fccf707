/** Generated people, as often as old systems hold them: repeated, mistyped, incomplete. The same for the same seed. */
import { DuckDBInstance } from '@duckdb/node-api';

const INITIALS = [
  'b',
  'c',
  'd',
  'g',
  'h',
  'j',
  'l',
  'm',
  'n',
  'p',
  'q',
  's',
  't',
  'w',
  'x',
  'y',
  'z',
  'zh',
  'ch',
  'sh',
];
const FINALS = [
  'a',
  'ai',
  'an',
  'ang',
  'ao',
  'e',
  'ei',
  'en',
  'eng',
  'i',
  'ia',
  'ian',
  'in',
  'ing',
  'o',
  'ong',
  'u',
  'ui',
];

const list = (texts: readonly string[]): string => `[${texts.map((text) => `'${text}'`).join(', ')}]`;
const SYLLABLES = INITIALS.flatMap((initial) => FINALS.map((final) => initial + final));

/** Parts of 1 drawn from a row number, independent for each salt. */
const drawn = (of: string, salt: number): string => `(hash(${of}, ${salt}) % 1000003 / 1000003.0)`;
/** Few syllables are frequent, many are rare. */
const syllable = (of: string, salt: number, skew: number): string =>
  `syllables[1 + floor(len(syllables) * pow(${drawn(of, salt)}, ${skew}))::integer]`;

const PERSON = `select p as person, syllables,
    ${syllable('p', 1, 2.5)} as family,
    ${syllable('p', 2, 1.6)} || case when ${drawn('p', 3)} < 0.75 then ${syllable('p', 4, 1.6)} else '' end as given,
    (date '1950-01-01' + (floor(18000 * ${drawn('p', 5)}))::integer)::varchar as birth,
    ${syllable('p', 6, 3)} || 'zhou' as city,
    '1' || lpad((hash(p, 7) % 10000000000)::varchar, 10, '0') as phone,
    lpad((hash(p, 8) % 1000000000000)::varchar, 12, '0') as code,
    1 + (${drawn('p', 9)} < 0.3)::integer + (${drawn('p', 9)} < 0.1)::integer + (${drawn('p', 9)} < 0.03)::integer as copies
  from range(persons) t(p), (select ${list(SYLLABLES)} as syllables)`;

/** One character replaced, dropped, or swapped with the next. */
const mistyped = (column: string, salt: number): string => {
  const at = `(1 + floor(${drawn('r', salt)} * greatest(length(${column}) - 1, 1)))::integer`;
  const before = `left(${column}, ${at} - 1)`;
  return `case floor(3 * ${drawn('r', salt + 1)})::integer
    when 0 then ${before} || chr(97 + (hash(r, ${salt + 2}) % 26)::integer) || substr(${column}, ${at} + 1)
    when 1 then ${before} || substr(${column}, ${at} + 1)
    else ${before} || substr(${column}, ${at} + 1, 1) || substr(${column}, ${at}, 1) || substr(${column}, ${at} + 2) end`;
};

interface Damage {
  readonly salt: number;
  readonly missing: number;
  readonly wrong: number;
}

const damaged = (column: string, { salt, missing, wrong }: Damage): string =>
  `case when ${drawn('r', salt)} < ${missing} then null
    when ${drawn('r', salt + 1)} < ${wrong} then ${mistyped(column, salt + 2)} else ${column} end as ${column}`;

/** Writes `records` records (and their person) to a Parquet file. */
export async function writePeople(file: string, records: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '3GB' });
  const connection = await instance.connect();
  await connection.run(`create macro people(persons) as table ${PERSON}`);
  await connection.run(`copy (
    with copied as (select *, (hash(person, copy, 99) % 9000000000000000)::bigint as r from (
      select *, unnest(range(copies)) as copy from people(${Math.ceil(records / 1.4)})))
    select row_number() over () - 1 as record, person, family, given, birth, city, phone, code from (
      select person,
        ${damaged('family', { salt: 20, missing: 0.02, wrong: 0.06 })},
        ${damaged('given', { salt: 30, missing: 0.02, wrong: 0.08 })},
        ${damaged('birth', { salt: 40, missing: 0.1, wrong: 0.06 })},
        case when ${drawn('r', 50)} < 0.2 then ${syllable('r', 51, 3)} || 'zhou' else city end as city,
        case when ${drawn('r', 52)} < 0.25 then '1' || lpad((hash(r, 53) % 10000000000)::varchar, 10, '0') else phone end as phone,
        ${damaged('code', { salt: 60, missing: 0.45, wrong: 0.04 })}
      from (select * from copied order by r limit ${records}))
    ) to '${file}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}
