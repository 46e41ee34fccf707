/** What is to be said about the content of XML packages as a whole. */
import { newColumn } from './columns.ts';
import type { Finding } from './connector.ts';
import { errorFinding, infoFinding } from './findings.ts';
import type { StreamContract } from './stream.ts';
import type { XmlSurvey } from './xml-records.ts';

/** From so many records on, a majority of undecodable ones is no accident. */
const ENOUGH_RECORDS = 20;

/** @param usual as many records the sender promises at most per file. */
export function packageFindings(stream: StreamContract, survey: XmlSurvey, usual: number): Finding[] {
  const { records, undecodable } = survey;
  return [
    ...(records >= ENOUGH_RECORDS && undecodable * 2 > records ? [otherEncoding(survey, stream.name)] : []),
    ...(records > usual ? [manyRecords(survey, stream.name, usual)] : []),
  ];
}

/** Each field nobody declared, once, with the first file it is in. What is missing cannot be told from what is empty. */
export function newFields(
  stream: StreamContract,
  surveys: readonly XmlSurvey[],
  wrapping: ReadonlySet<string> = new Set(),
): Finding[] {
  const known = new Set([...Object.keys(stream.columns), ...wrapping]);
  const findings: Finding[] = [];
  for (const { file, names } of surveys) {
    for (const name of names) {
      if (known.has(name)) continue;
      known.add(name);
      findings.push(newColumn(name, { stream: stream.name, position: file.name }));
    }
  }
  return findings;
}

export function noPackages({ name, label }: StreamContract, where: { position: string; optional: boolean }): Finding {
  const { position, optional } = where;
  const input = {
    rule: 'missing_table',
    stream: name,
    position,
    message: { zh: `${position}：没有 ${name}（${label}）的数据包`, en: `${position}: no package of ${name}` },
    next: {
      zh: '请移交单位补交；确实没有此类数据时设 optionalStreams: true。',
      en: 'Ask for it; where there are no such data set optionalStreams: true.',
    },
  };
  return optional ? infoFinding(input) : errorFinding(input);
}

function otherEncoding({ file, records, undecodable }: XmlSurvey, stream: string): Finding {
  return errorFinding({
    rule: 'wrong_encoding',
    stream,
    position: file.name,
    message: {
      zh: `${file.name}：${records}条记录中有${undecodable}条的字节不合声明的编码`,
      en: `${file.name}: ${undecodable} of ${records} records are not in the declared encoding`,
    },
    next: { zh: '请移交单位更正XML声明或重新导出。', en: 'Ask for a correct declaration, or a new export.' },
  });
}

function manyRecords({ file, records }: XmlSurvey, stream: string, usual: number): Finding {
  return infoFinding({
    rule: 'many_records',
    stream,
    position: file.name,
    message: {
      zh: `${file.name}：有${records}条记录，约定每个文件不超过${usual}条，照常读取`,
      en: `${file.name}: ${records} records where ${usual} are agreed on, read as any other`,
    },
  });
}
