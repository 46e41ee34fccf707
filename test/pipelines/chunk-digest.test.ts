import { describe, expect, it } from 'vitest';
import type { RawRecord } from '../../connectors/connector.ts';
import { hashText } from '../../core/ids.ts';
import { IssueList } from '../../mappings/issues.ts';
import { ChunkDigest, saysEverything } from '../../pipelines/chunk-digest.ts';

function digestOf(...hashes: string[]): string | null {
  const digest = new ChunkDigest();
  for (const hash of hashes) digest.add(hash);
  return digest.take();
}

describe('the hash of a chunk', () => {
  const [a, b] = [hashText('甲'), hashText('乙')];

  it('is that of its records in their order', () => {
    expect(digestOf(a, b)).toBe(hashText(a + b));
    expect(digestOf(b, a)).not.toBe(digestOf(a, b));
    expect(digestOf(a)).not.toBe(digestOf(a, a));
  });

  it('starts anew when it was taken', () => {
    const digest = new ChunkDigest();
    digest.add(a);
    digest.take();
    digest.add(b);
    expect(digest.take()).toBe(digestOf(b));
  });

  it('takes chunks of any size', () => {
    const hashes = Array.from({ length: 12_001 }, (_, place) => hashText(String(place)));
    expect(digestOf(...hashes)).toBe(hashText(hashes.join('')));
  });

  it('is none for a chunk without records, and for one with a record that does not say everything', () => {
    const digest = new ChunkDigest();
    expect(digest.take()).toBeNull();
    digest.add(a);
    digest.spoil();
    digest.add(b);
    expect(digest.take()).toBeNull();
    digest.add(a);
    expect(digest.take()).toBe(digestOf(a));
  });
});

describe('the content of a record says everything', () => {
  const record: RawRecord = { values: ['1'], row: 1 };
  const identified = { sourceKey: '1', rawHash: hashText('1'), text: '1', deleted: false, bare: false };
  const plain = { ...identified, issues: new IssueList() };

  it('as a rule', () => {
    expect(saysEverything(record, plain)).toBe(true);
    expect(saysEverything(record, { ...plain, deleted: true })).toBe(true);
  });

  it.each([
    ['was skipped', { ...record, skip: { rule: 'excel_note', text: '备注' } }, plain],
    [
      'had something the reader knew',
      { ...record, problems: [{ rule: 'invalid_bytes', severity: 'blocking' as const }] },
      plain,
    ],
    ['is a deletion and nothing else', record, { ...plain, bare: true }],
    ['held a character that the database cannot', record, { ...plain, text: 'a\u2400' }],
  ])('but not where it %s', (_what, given, found) => {
    expect(saysEverything(given, found)).toBe(false);
  });

  it('but not where its key is at fault', () => {
    const issues = new IssueList();
    issues.add('key_missing', 'ID', null);
    expect(saysEverything(record, { ...identified, issues })).toBe(false);
  });
});
