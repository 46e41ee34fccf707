/** What can be wrong with the sheets of a workbook before any row is read. */
import { missingColumn, newColumn } from './columns.ts';
import type { Finding } from './connector.ts';
import { errorFinding, infoFinding } from './findings.ts';
import { HEADER_ROWS, type SheetHeader } from './sheet-header.ts';
import type { StreamContract } from './stream.ts';

interface At {
  readonly stream: string;
  /** Workbook and sheet (`2019.xlsx!成交结果`), or the workbook. */
  readonly position: string;
}

export function headerFindings(stream: StreamContract, header: SheetHeader | undefined, position: string): Finding[] {
  if (!header) return [missingHeader(stream, position)];
  const at = { stream: stream.name, position };
  const missing = Object.entries(stream.columns).filter(([name]) => !header.columns.has(name));
  const otherUnits = new Set(header.otherUnit.values());
  return [
    ...missing.map(([name, column]) => {
      const text = header.otherUnit.get(name);
      if (text === undefined) return missingColumn(name, column, { ...at, names: header.names });
      return otherUnit(name, { text, unit: column.unit }, at);
    }),
    ...header.unknown.filter((text) => !otherUnits.has(text)).map((text) => newColumn(text, at)),
  ];
}

function missingHeader(stream: StreamContract, position: string): Finding {
  const names = Object.keys(stream.columns).join('、');
  return errorFinding({
    rule: 'missing_header',
    stream: stream.name,
    position,
    message: {
      zh: `${position}：前${HEADER_ROWS}行内找不到表头`,
      en: `${position}: no header within the first ${HEADER_ROWS} rows`,
    },
    next: { zh: `表头应含：${names}。`, en: `The header should have: ${names}.` },
  });
}

function otherUnit(name: string, found: { text: string; unit: string | undefined }, at: At): Finding {
  const unit = found.unit ?? '（未约定单位）';
  return errorFinding({
    ...at,
    rule: 'missing_column',
    message: {
      zh: `${at.position}：列 ${name} 的单位应为${unit}，表头写的是 ${found.text}`,
      en: `${at.position}: column ${name} should be in ${unit}, but its header reads ${found.text}`,
    },
    next: {
      zh: '向移交单位核实金额单位；按约定单位重新提供，或更正该数据流的单位约定。',
      en: 'Ask which unit the figures have; correct the workbook or the declared unit.',
    },
  });
}

export function missingSheet(
  stream: string,
  { position, sheets, optional }: { position: string; sheets: readonly string[]; optional: boolean },
): Finding {
  return {
    level: optional ? 'warning' : 'error',
    rule: 'missing_sheet',
    stream,
    position,
    message: { zh: `${position}：没有工作表 ${stream}`, en: `${position}: there is no sheet ${stream}` },
    next: {
      zh: `现有工作表：${sheets.join('、')}。请移交单位补交，或确认当年确无此表。`,
      en: `The workbook has: ${sheets.join(', ')}. Ask for the sheet, or have its absence confirmed.`,
    },
  };
}

export function unknownSheet(sheet: string, position: string): Finding {
  return infoFinding({
    rule: 'unknown_sheet',
    position,
    message: { zh: `${position}：工作表 ${sheet} 未登记，未读取`, en: `${position}: sheet ${sheet} is not declared` },
    next: { zh: '确认是否应当迁移该表。', en: 'Find out whether it should be migrated.' },
  });
}

export function noWorkbooks(stream: string | undefined, where: string): Finding {
  return errorFinding({
    rule: 'file_missing',
    ...(stream === undefined ? {} : { stream }),
    position: where,
    message: { zh: `${where}：没有工作簿`, en: `${where}: there is no workbook` },
    next: {
      zh: '核对设置 directory 与 pattern，或请移交单位补交。',
      en: 'Check directory and pattern, or ask for it.',
    },
  });
}
