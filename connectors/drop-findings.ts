/** What a drop folder lacks. */
import type { Finding } from './connector.ts';
import { errorFinding } from './findings.ts';

export function nothingReady(stream: string, position: string): Finding {
  return errorFinding({
    rule: 'manifest_missing',
    stream,
    position,
    message: { zh: '目录中没有任何一日的清单（.ok）', en: 'the folder holds no manifest (.ok) of any day' },
    next: {
      zh: '确认移交已完成；清单出现后再读取。',
      en: 'Make sure that the drop is complete: the manifest comes last.',
    },
  });
}

export function notListed(stream: string, name: string, manifest: string): Finding {
  return errorFinding({
    rule: 'missing_table',
    stream,
    position: manifest,
    message: { zh: `清单 ${manifest} 中没有 ${name}`, en: `manifest ${manifest} does not list ${name}` },
    next: { zh: '请移交单位补交该文件，并更新清单。', en: 'Ask for the file to be delivered and listed.' },
  });
}
