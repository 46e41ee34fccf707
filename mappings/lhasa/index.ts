/** 拉萨市公共资源交易中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { notices, results } from './announcements.ts';
import { enterprises, experts } from './parties.ts';
import { projects, sections } from './trade.ts';

export const lhasaMappings: readonly Mapping[] = [enterprises, experts, projects, sections, notices, results];
