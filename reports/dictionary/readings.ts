/** How a field is read from its column, in a sentence. */
import type { ColumnUse } from './columns.ts';
import type { BookMapping, BookPart, BookSystem, Voice } from './source.ts';

/** What the party named in the record is: the text of its trading role, where the mapping says one. */
export function describeRole({ role, ordinal, entity, fields }: BookPart, { say }: Voice): string {
  if (role === '') return '';
  const codes = entity.fields['partyRole']?.meta.codeList?.codes;
  const text = codes?.get(fields['partyRole']?.constant ?? '')?.zh;
  const name = text === undefined ? role : `${text}${say('（', ' (')}${role}${say('）', ')')}`;
  return ordinal === 0 ? name : `${name} #${ordinal + 1}`;
}

interface Place {
  readonly mapping: BookMapping;
  readonly system: BookSystem;
}

/** `上级 → CG_FB` names a stream by its key only: the book says what it holds as well. */
function nameTarget(text: string, use: ColumnUse, { mapping, system }: Place): string {
  const meta = use.part?.entity.fields[use.fields[0] ?? '']?.meta;
  const target = system.mappings.find(({ stream }) => stream.name === use.rule?.reference?.stream)?.stream;
  if (target) return text.replace(`→ ${target.name}`, () => `→ ${target.name} ${target.label}`);
  const beside = mapping.parts.find(({ entity }) => entity.name === meta?.references)?.entity;
  const meaning = beside?.label.zh ?? meta?.codeList?.codes.get(use.rule?.constant ?? '')?.zh;
  return meaning === undefined || text.includes(meaning) ? text : `${text} ${meaning}`;
}

export function describeReading(use: ColumnUse, place: Place, { language, say }: Voice): string {
  const { rule, part, column } = use;
  if (rule === null || part === null) return '';
  const text = nameTarget(rule.reading[language], use, place);
  const others = rule.columns
    .filter((name) => name !== column)
    .map((name) => ({ name, label: place.mapping.stream.columns[name]?.label ?? name }))
    .filter(({ name, label }) => !text.includes(name) && !text.includes(label))
    .map(({ label }) => label);
  const isCut = column !== null && part.each?.columns.includes(column) === true;
  return [
    text,
    ...(others.length === 0 ? [] : [say(`（参看 ${others.join('、')}）`, ` (beside ${others.join(', ')})`)]),
    ...(isCut ? [say('；一列多值，每个值一条记录', '; one record per item of the column')] : []),
  ].join('');
}
