/** A delivered table against what the manifest says of it. */
import type { Finding } from './connector.ts';
import type { CsvSurvey } from './csv-records.ts';
import { errorFinding, type Texts } from './findings.ts';
import type { ManifestEntry } from './manifest.ts';

const ASK_AGAIN: Texts = {
  zh: '本表暂不载入；请移交单位核对后重新提供该文件及清单。',
  en: 'Nothing of this table is loaded; ask for file and manifest to be delivered again.',
};

/** Where hash and count differ, one finding says what most likely happened: cut off, changed, or miscounted. */
export function compareWithManifest(stream: string, entry: ManifestEntry, survey: CsvSurvey): Finding[] {
  const sameBytes = survey.sha256 === entry.sha256.toLowerCase();
  const sameRows = survey.rows === entry.rows;
  if (sameBytes && sameRows) return [];
  const { rule, message } = sameBytes ? miscounted(entry, survey) : changed(entry, survey);
  return [errorFinding({ rule, stream, position: survey.file.name, message, next: ASK_AGAIN })];
}

interface Verdict {
  readonly rule: string;
  readonly message: Texts;
}

function miscounted(entry: ManifestEntry, { rows, file }: CsvSurvey): Verdict {
  return {
    rule: 'manifest_rows_mismatch',
    message: {
      zh: `${file.name}：清单写明${entry.rows}行，文件实有${rows}行`,
      en: `${file.name}: the manifest counts ${entry.rows} rows, the file has ${rows}`,
    },
  };
}

function changed(entry: ManifestEntry, survey: CsvSurvey): Verdict {
  const { rows, file, endsOpen } = survey;
  if (rows < entry.rows || endsOpen) {
    return {
      rule: 'file_truncated',
      message: {
        zh: `${file.name}：文件不完整，清单写明${entry.rows}行，实有${rows}行，校验和不符`,
        en: `${file.name}: the file is cut off: ${entry.rows} rows in the manifest, ${rows} here, and another hash`,
      },
    };
  }
  if (rows > entry.rows) return miscounted(entry, survey);
  return {
    rule: 'manifest_hash_mismatch',
    message: {
      zh: `${file.name}：行数相符，但内容与清单的校验和不符`,
      en: `${file.name}: as many rows as the manifest says, but the content has another hash`,
    },
  };
}
