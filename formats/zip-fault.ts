/** What can be wrong with an archive, in words for those who must ask for another one. */
import { describeCause, GgzyError } from '../core/errors.ts';
import { faultCode, fileFault } from './file-fault.ts';
import { FormatError } from './format-error.ts';

const SAVE_AGAIN = {
  zh: '请移交单位用原软件打开并另存后重新提供。',
  en: 'Ask for the file to be opened and saved anew.',
};
const PLAIN_FILE = {
  zh: '确认来源可靠，请移交单位重新提供不加密、大小正常的文件。',
  en: 'Ask for a plain file of sane size.',
};

/** The bytes are not what they should be. */
export function damaged(file: string, zh: string, en: string): FormatError {
  return new FormatError({ rule: 'file_damaged', zh, en, next: SAVE_AGAIN }, { file });
}

/** The archive is whole, but must not or cannot be unpacked. */
export function refused(file: string, zh: string, en: string): FormatError {
  return new FormatError({ rule: 'file_refused', zh: `${zh}，拒绝读取`, en, next: PLAIN_FILE }, { file });
}

export function zipFault(file: string, thrown: unknown): Error {
  // System faults keep their own words; zlib and yauzl speak about the archive.
  const code = faultCode(thrown);
  const ofArchive = code === undefined || code.startsWith('Z_') || code.startsWith('ERR_');
  if (thrown instanceof GgzyError || !ofArchive) return fileFault({ name: file, thrown });
  const cause = describeCause(thrown);
  const zh = `压缩包已损坏或被截断（${cause}）`;
  const en = `the archive is damaged or cut off (${cause})`;
  return new FormatError({ rule: 'file_damaged', zh, en, next: SAVE_AGAIN }, { file, cause: thrown });
}
