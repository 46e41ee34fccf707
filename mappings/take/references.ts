/** References: to records of other streams, and from one part of a record to another. */
import { canonicalId } from '../../core/ids.ts';
import { getEntity } from '../../schemas/registry.ts';
import type { FieldRule, StreamReference } from '../mapping.ts';

const REFERENCE_KIND = { parent: '上级', party: '主体', related: '相关' } as const;

/**
 * Canonical id of the record a column points to. The set rules look whether it was ever delivered, and they find the
 * record where the column holds another of its columns than the key.
 */
export function reference<C extends string>(column: C, to: StreamReference): FieldRule<C> {
  const target = to.by === undefined ? to.stream : `${to.stream}.${to.by}`;
  return {
    columns: [column],
    reading: { zh: `${REFERENCE_KIND[to.kind]} → ${target}`, en: `${to.kind} → ${target}` },
    reference: to,
    compile({ indexOf, system }) {
      if (to.by !== undefined) return () => null;
      const index = indexOf(column);
      return (values) => {
        const key = values[index]?.trim();
        return key ? canonicalId(to.entity, system, to.stream, key, to.role) : null;
      };
    },
  };
}

/** Canonical id of another part of the same record. @param key the stream's key column. */
export function samePart<C extends string>(key: C, to: { entity: string; role: string }): FieldRule<C> {
  const { label } = getEntity(to.entity);
  return {
    columns: [key],
    reading: { zh: `由本记录生成的${label.zh}`, en: `the ${label.en} made of this record` },
    compile({ indexOf, system, stream }) {
      const index = indexOf(key);
      return (values) => {
        const text = values[index]?.trim();
        return text ? canonicalId(to.entity, system, stream, text, to.role, 0) : null;
      };
    },
  };
}
