/** 林芝市公共资源交易中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { notices, results } from './announcements.ts';
import { enterprises } from './parties.ts';
import { projects } from './projects.ts';

export const nyingchiMappings: readonly Mapping[] = [enterprises, projects, notices, results];
