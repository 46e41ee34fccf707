/** 那曲市公共资源交易中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { notices, results } from './announcements.ts';
import { enterprises } from './parties.ts';
import { projects, sections } from './trade.ts';

export const nagquMappings: readonly Mapping[] = [enterprises, projects, sections, notices, results];
