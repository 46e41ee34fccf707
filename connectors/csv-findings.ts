/** What is wrong with the content of a CSV file as a whole. */
import { compareColumns } from './columns.ts';
import type { Finding } from './connector.ts';
import type { CsvSurvey } from './csv-records.ts';
import { errorFinding } from './findings.ts';
import type { StreamContract } from './stream.ts';

/** From so many rows on, a majority of undecodable ones is no accident. */
const ENOUGH_ROWS = 20;

export function contentFindings(stream: StreamContract, survey: CsvSurvey): Finding[] {
  const { header, file, rows, undecodable } = survey;
  if (header.length === 0) return [emptyFile(file.name, stream.name)];
  const wrongEncoding = rows >= ENOUGH_ROWS && undecodable * 2 > rows;
  return [
    ...(wrongEncoding ? [otherEncoding(survey, stream.name)] : []),
    ...compareColumns(stream, { names: header, position: file.name }),
  ];
}

function emptyFile(name: string, stream: string): Finding {
  return errorFinding({
    rule: 'file_empty',
    stream,
    position: name,
    message: { zh: `${name}：文件为空，连表头也没有`, en: `${name}: the file is empty, it lacks even a header` },
    next: { zh: '请移交单位重新导出该文件。', en: 'Ask for the file to be exported again.' },
  });
}

function otherEncoding({ file, rows, undecodable }: CsvSurvey, stream: string): Finding {
  return errorFinding({
    rule: 'wrong_encoding',
    stream,
    position: file.name,
    message: {
      zh: `${file.name}：${rows}行中有${undecodable}行的字节不合所设编码`,
      en: `${file.name}: ${undecodable} of ${rows} rows are not in the encoding that is set`,
    },
    next: {
      zh: '核对设置 encoding，或请移交单位重新导出。',
      en: 'Check the setting encoding, or ask for a new export.',
    },
  });
}
