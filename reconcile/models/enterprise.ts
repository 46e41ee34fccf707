/**
 * Which records are one organisation, one branch or one natural person who bids. A branch is an enterprise of its own.
 *
 * The code says who it is; a name registered in one place is nearly as good beside one more fact. A telephone, an address
 * and a legal representative are shared by sister companies and agencies in one building: they count only for two records
 * of one name. A name with another code is a re-registration, and left to a steward.
 */
import type { EntityModel, TrainingRule } from '../model/model.ts';
import { enterpriseStandard } from '../standardise/enterprise-record.ts';
import { code, branch, name } from './enterprise-identity.ts';
import { representative, phone, address, account, capital } from './enterprise-circumstances.ts';

const byCode: TrainingRule = { name: 'code', key: [], items: 'codeKeys', hides: ['code'] };

export const enterpriseModel: EntityModel = {
  entity: 'enterprise',
  version: 1,
  columns: enterpriseStandard.columns,
  blocking: [
    { name: 'org_code', key: ['orgCode'] },
    { name: 'code_slip', key: [], items: 'codeKeys' },
    { name: 'name', key: [], items: 'nameKeys' },
    { name: 'name_without_place', key: ['nameCore'] },
    { name: 'name_sound', key: ['namePinyin'] },
    { name: 'office', key: ['officeKey'] },
    { name: 'person', key: ['personVariant'] },
    { name: 'brand_representative', key: ['nameBrand', 'repVariant'] },
    { name: 'representative_address', key: ['repVariant', 'addressHouse'] },
    { name: 'mobile', key: [], items: 'mobilesLoose' },
  ],
  comparisons: [code, branch, name, representative, phone, address, account, capital],
  prior: 0.005,
  bands: { merge: 6, review: -4 },
  training: {
    on: [byCode],
    certain: [
      { name: 'org_code', key: ['orgCode'] },
      { name: 'person_id', key: ['personId'] },
    ],
    certainRecall: 0.7,
    identifiedBy: ['orgCode', 'personId', 'registration'],
  },
};
