/** 日喀则市公共资源交易中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { experts } from './experts.ts';
import { enterprises } from './parties.ts';
import { projects, results, sections } from './trade.ts';

export const shigatseMappings: readonly Mapping[] = [enterprises, experts, projects, sections, results];
