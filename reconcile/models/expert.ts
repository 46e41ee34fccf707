/**
 * Who is one expert. Read it from the top: what is compared, in which order of strength, and why a level is worth what it
 * is. Levels marked `fixed` rest on what is known of the numbers themselves; the others are learnt from the records.
 *
 * A name alone never merges: at least one in five people shares the name with somebody. What a family or an office shares
 * (address, telephone, employer) counts only for two records whose names may be one person's.
 */
import { either, missing } from '../model/condition.ts';
import type { BlockingRule, EntityModel, TrainingRule } from '../model/model.ts';
import { expertStandard } from '../standardise/expert-record.ts';
import { identity, name, note, sex, papers } from './expert-identity.ts';
import { phone, employer, address, title } from './expert-circumstances.ts';

const byNumber: BlockingRule = { name: 'id_number', key: ['idNumber'] };
const onNumber: TrainingRule = { name: 'id_number', key: [], items: 'idKeys', hides: ['identity', 'sex'] };
const onMobile: TrainingRule = { name: 'mobile', key: [], items: 'mobilesLoose', hides: ['phone'] };

export const expertModel: EntityModel = {
  entity: 'expert',
  version: 1,
  columns: expertStandard.columns,
  blocking: [
    byNumber,
    { name: 'id_slip', key: [], items: 'idKeys', where: missing('idNumber') },
    { name: 'document', key: ['document'] },
    { name: 'number_in_system', key: ['numberInSystem'] },
    { name: 'birth_date', key: ['birthDate'] },
    { name: 'mobile', key: [], items: 'mobilesLoose' },
    { name: 'name_employer', key: ['nameLoose', 'employerKey'] },
    { name: 'name_office', key: ['nameLoose', 'employerOffice'] },
    { name: 'name_house', key: ['nameLoose', 'addressHouse'] },
    { name: 'name_landline', key: ['nameLoose'], items: 'landlines' },
    // Of a record that has a name and at most a telephone, all who bear the name are candidates: mostly for a steward.
    { name: 'thin', key: ['nameLoose'], where: either('isThin', '1') },
  ],
  comparisons: [identity, name, note, sex, phone, employer, address, title, papers],
  prior: 0.005,
  bands: { merge: 6, review: -4 },
  training: { on: [onNumber, onMobile], certain: [byNumber], certainRecall: 0.6, identifiedBy: ['idNumber'] },
};
