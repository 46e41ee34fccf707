/** The first sheet of a review workbook: what it is, how to fill it in, who answers for it. */
import { speak, type Language, type Say, type Wording } from '../../core/language.ts';
import { beijingTime } from '../../schemas/values/beijing.ts';
import type { Cover } from '../dictionary/cover.ts';
import type { ReviewPair, ReviewStamp } from './item.ts';
import { VERDICT_WORDS } from './verdicts.ts';

const ENTITIES: Readonly<Record<ReviewStamp['entity'], Wording>> = {
  expert: { zh: '专家', en: 'experts' },
  enterprise: { zh: '企业', en: 'enterprises' },
  matter: { zh: '交易事项', en: 'matters' },
};

function remarks(say: Say): string[] {
  return [
    say(
      '每对两行，上下对照；红色为不同之处。只能填写黄色单元格：判定（下拉选择）和理由。',
      'Two rows a pair, one above the other; what differs is red. Fill in the yellow cells only: decision and reason.',
    ),
    say(
      '其他单元格已锁定并有校验码：改动过的表不予导入。留空的判定不导入，可分多次填写。',
      'All other cells are locked and carry check codes: an edited sheet is refused. Empty decisions are left out.',
    ),
    say(
      '两个有效证件号不同的记录判为同一，须由第二人再次确认后生效。',
      'Joining records with two different valid codes takes effect when a second person confirms it.',
    ),
    say('导入：ggzy review import 本文件 --as 姓名', 'Import: ggzy review import FILE --as NAME'),
  ];
}

export function reviewCover(pairs: readonly ReviewPair[], stamp: ReviewStamp, language: Language): Cover {
  const say = speak(language);
  const conflicts = pairs.filter(({ conflict }) => conflict).length;
  const again = pairs.filter(({ judged }) => judged !== null).length;
  const groups = new Set(pairs.map(({ group }) => group)).size;
  const words = VERDICT_WORDS[language];
  const entity = ENTITIES[stamp.entity][language];
  return {
    name: say('说明', 'Read me'),
    title: say(`${entity}身份复核表`, `Review of ${entity}`),
    subtitle: say(
      `${pairs.length} 对，${groups} 组；证件冲突 ${conflicts} 对，需重新判定 ${again} 对`,
      `${pairs.length} pairs in ${groups} groups; ${conflicts} with contradicting codes, ${again} to be judged again`,
    ),
    alert: conflicts > 0,
    blocks: [
      {
        title: say('本表', 'This workbook'),
        titles: [],
        rows: [
          [
            say('编号', 'Number'),
            stamp.exportId,
            say('导出时间', 'Written'),
            beijingTime(new Date(stamp.writtenAt)).slice(0, 16),
          ],
          [say('导出人', 'Written by'), stamp.writtenBy, say('模型版本', 'Model'), stamp.modelVersion],
          [
            say('个人信息', 'Personal data'),
            stamp.masked ? say('已遮盖', 'masked') : say('未遮盖，已记录', 'not masked, logged'),
            '',
            '',
          ],
        ],
        tall: false,
      },
      {
        title: say('判定', 'Decisions'),
        titles: [say('填写', 'Choose'), '', say('含义', 'Meaning'), ''],
        rows: [
          [words.same, '', say('两条记录是同一个', 'both records are the same'), ''],
          [words.different, '', say('不是同一个，以后不再询问', 'not the same; never asked again'), ''],
          [words.unsure, '', say('现有资料无法判断', 'cannot be told from what is here'), ''],
        ],
        tall: false,
      },
    ],
    remarks: remarks(say),
  };
}
