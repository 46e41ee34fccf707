/** Every rule that can find fault with a record, and what becomes of it. */
import { RULES, type RuleDefinition } from '../../schemas/rules.ts';
import { tabulate, type BookTable } from './sheet.ts';
import type { Voice } from './source.ts';
import { DISPOSITIONS, SEVERITIES } from './wording.ts';

export function listRules({ language, say }: Voice): BookTable {
  return tabulate<[string, RuleDefinition]>(
    [
      { title: say('规则', 'rule'), value: ([id]) => id },
      { title: say('说明', 'what it finds'), value: ([, rule]) => rule[language], width: 70 },
      { title: say('级别', 'severity'), value: ([, { severity }]) => SEVERITIES[severity][language] },
      { title: say('处置', 'disposition'), value: ([, { disposition }]) => DISPOSITIONS[disposition][language] },
    ],
    Object.entries(RULES),
  );
}
