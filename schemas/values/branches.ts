/** Branches name the legal person they belong to: 西藏某某有限公司拉萨分公司. A branch is linked to it, never merged. */
import { stripFormerName } from './text.ts';

/** 社 and 厂 end names of bodies; in 社会, 社区 and 厂区 they do not. */
const BODY = '公司|企业|集团|事务所|设计院|研究院|中心|银行|合作社|厂(?!区)|社(?![会区保])';
const SUFFIX = '分公司|分厂|分店|分院|分所|分行|支行|办事处|营业部|项目(?:经理)?部';
/** Between body and suffix stands a place or a number: another 公司 there belongs to the name of the body. */
const BRANCH = new RegExp(`^(.*?(?:${BODY}))[（(]?(?:(?!公司).){0,20}?(?:${SUFFIX})[）)]?$`);

/** Name of the parent in the name of a branch; null where the name is no branch's. `name` is clean text. */
export function findBranchParent(name: string): string | null {
  const plain = stripFormerName(name).name.replaceAll(/[\s\u3000]/g, '');
  return BRANCH.exec(plain)?.[1] ?? null;
}
