/** 拉萨市公共资源交易中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { enterprises, experts } from './parties.ts';
import { notices, projects, results, sections } from './trade.ts';

export const lhasaMappings: readonly Mapping[] = [enterprises, experts, projects, sections, notices, results];
