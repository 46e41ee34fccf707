/** `manifest.json` of an offline hand-over package: what the body that hands over says it delivered. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { describeCause } from '../core/errors.ts';
import { faultCode, fileFault } from '../formats/file-fault.ts';
import { FormatError, type Fault } from '../formats/format-error.ts';

export const MANIFEST = 'manifest.json';

const schema = z.record(
  z.string(),
  z.object({
    file: z.string().min(1),
    rows: z.int().nonnegative(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/i),
  }),
);

export type Manifest = Readonly<Record<string, ManifestEntry>>;

export interface ManifestEntry {
  readonly file: string;
  readonly rows: number;
  readonly sha256: string;
}

const NEXT = {
  zh: '请移交单位重新生成移交包，清单与数据文件放在同一目录。',
  en: 'Ask for the package to be made again.',
};

/** Throws a FormatError where there is no manifest to go by. */
export async function readManifest(directory: string): Promise<Manifest> {
  const text = await readText(directory);
  const parsed = schema.safeParse(parse(text));
  if (!parsed.success) throw unreadable(describeIssues(parsed.error));
  if (Object.keys(parsed.data).length === 0) throw new FormatError(EMPTY, { file: MANIFEST });
  return parsed.data;
}

async function readText(directory: string): Promise<string> {
  try {
    const text = await readFile(join(directory, MANIFEST), 'utf8');
    return text.replace(/^\uFEFF/, '');
  } catch (thrown) {
    if (faultCode(thrown) === 'ENOENT') {
      const fault = existsSync(directory) ? MISSING : missingDirectory(directory);
      throw new FormatError(fault, { file: MANIFEST, cause: thrown });
    }
    throw fileFault({ name: MANIFEST, thrown });
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') throw new FormatError(EMPTY, { file: MANIFEST });
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw unreadable(describeCause(thrown));
  }
}

function describeIssues({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}

function unreadable(cause: string): FormatError {
  const zh = `清单无法识别（${cause}）`;
  const en = `the manifest cannot be understood (${cause})`;
  return new FormatError({ rule: 'manifest_unreadable', zh, en, next: NEXT }, { file: MANIFEST });
}

const MISSING: Fault = {
  rule: 'manifest_missing',
  zh: '移交包内没有清单',
  en: 'the package has no manifest',
  next: NEXT,
};
const EMPTY: Fault = { rule: 'manifest_empty', zh: '清单内容为空', en: 'the manifest is empty', next: NEXT };

function missingDirectory(directory: string): Fault {
  return {
    rule: 'directory_missing',
    zh: `目录不存在：${directory}`,
    en: `no such directory: ${directory}`,
    next: { zh: '核对 ggzy.yaml 中该系统的 directory。', en: 'Check the directory of this system in ggzy.yaml.' },
  };
}
