/** 发展改革委“一站式”审批服务中心: every stream, parents before children. */
import type { Mapping } from '../mapping.ts';
import { experts, recusals, specialties } from './experts.ts';
import { complaints, plans, projects } from './projects.ts';

export const onestopMappings: readonly Mapping[] = [projects, plans, experts, specialties, recusals, complaints];
