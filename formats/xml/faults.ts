/** What can be wrong with an XML file as a whole. Names of elements may stand in a message, texts never: they are data. */
import type { Fault } from '../format-error.ts';

/** Longest tag, text or record: memory stays bounded whatever is delivered. */
export const LONGEST_RECORD = 16 * 1024 * 1024;

export const EXPORT_ANEW: Fault['next'] = {
  zh: '请移交单位重新导出该文件。',
  en: 'Ask for the file to be exported again.',
};

function damaged(zh: string, en: string): Fault {
  return { rule: 'file_damaged', zh, en, next: EXPORT_ANEW };
}

function refused(zh: string, en: string, next = EXPORT_ANEW): Fault {
  return { rule: 'file_refused', zh, en, next };
}

export const NO_CONTENT: Fault = {
  rule: 'file_empty',
  zh: '文件中没有XML元素',
  en: 'the file has no XML element',
  next: EXPORT_ANEW,
};
export const BAD_DECLARATION = damaged('XML声明有误', 'the XML declaration is malformed');
export const BAD_NAME = damaged(
  'XML元素名无效（也可能是 < 未转义）',
  'not a name of an XML element (or an unescaped <)',
);
export const BAD_ATTRIBUTES = damaged('XML属性的写法有误', 'malformed attributes in an XML tag');
export const BAD_END_TAG = damaged('XML结束标记的写法有误', 'malformed end tag');
export const OUTSIDE_ROOT = damaged('XML根元素之外有内容', 'content outside the root element');
export const TOO_DEEP = refused('XML元素嵌套过深', 'XML elements are nested too deeply');
export const TOO_LONG = refused('一条记录超过16MB', 'a record is longer than 16 MB');
export const TOO_MANY_NAMES = refused('XML元素名过多', 'too many different names of XML elements');
export const BAD_REFERENCE = refused(
  '有未定义的实体引用，或 & 未转义',
  'a reference to an unknown entity, or an unescaped &',
  { zh: '请移交单位将 & 写作 &amp; 后重新导出。', en: 'Ask for & to be written as &amp; in a new export.' },
);

export function mismatched(open: string | undefined): Fault {
  if (open === undefined) return damaged('多出一个XML结束标记', 'an end tag without a start tag');
  return damaged(`元素 ${open} 没有闭合`, `element ${open} is not closed`);
}

export function cutOff(open: string | undefined): Fault {
  const [zh, en] = open === undefined ? ['标记', 'a tag'] : [`元素 ${open}`, `element ${open}`];
  return { rule: 'file_truncated', zh: `文件在${zh}之内中断`, en: `the file ends within ${en}`, next: EXPORT_ANEW };
}

export function otherEncoding(label: string): Fault {
  return {
    rule: 'wrong_encoding',
    zh: `不支持声明的编码 ${label}`,
    en: `the declared encoding ${label} is not supported`,
    next: { zh: '请移交单位以GB18030或UTF-8重新导出。', en: 'Ask for an export in GB18030 or UTF-8.' },
  };
}

/** @param name of the element that does not belong there; text where there is none. */
export function unexpected(path: readonly string[], name?: string): Fault {
  const [zh, en] = name === undefined ? ['文字', 'text'] : [`元素 ${name}`, `element ${name}`];
  const records = path.join('/');
  return refused(`记录（${records}）之外有${zh}`, `${en} beside the records (${records})`, {
    zh: '核对记录元素的路径设置，或请移交单位说明格式的变化。',
    en: 'Check the path of the record element that is set, or ask what has changed in the format.',
  });
}
