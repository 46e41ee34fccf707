/** Purchasers, agencies and suppliers: the three registers of the procurement centre. */
import { PARTY_STATUS, PARTY_TYPE } from '../../schemas/codes/lists.ts';
import { Party } from '../../schemas/entities/party.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { NATURAL_PERSON, PARTY_TYPE_OF } from './lookups.ts';
import { CG_CGR, CG_DLJG, CG_GYS } from './streams-parties.ts';

const system = 'procurement';
const cgr = takeFrom(CG_CGR);
const dljg = takeFrom(CG_DLJG);
const gys = takeFrom(CG_GYS);
const person = { personWhen: { column: 'GYSLX', value: NATURAL_PERSON } } as const;

export const purchasers = defineMapping({
  system,
  stream: CG_CGR,
  version: 1,
  parts: [
    part(Party, {
      name: cgr.organizationName('DWMC'),
      formerName: cgr.formerName('DWMC'),
      partyRole: cgr.constant('purchaser'),
      legalCode: cgr.partyCode('XYDM', 'legalCode'),
      uscc: cgr.partyCode('XYDM', 'uscc'),
      organizationCode: cgr.partyCode('XYDM', 'organizationCode'),
      budgetUnitCode: cgr.identifier('YSDM'),
      legalRepresentative: cgr.personName('FZR'),
      contactName: cgr.personName('LXR'),
      contactPhone: cgr.phone('LXDH'),
      address: cgr.text('DZ'),
      divisionCode: cgr.division('XZQHDM'),
      status: cgr.code('ZT', PARTY_STATUS),
      modifiedAt: cgr.timestamp('XGSJ'),
    }),
  ],
});

export const agencies = defineMapping({
  system,
  stream: CG_DLJG,
  version: 1,
  parts: [
    part(Party, {
      name: dljg.organizationName('JGMC'),
      formerName: dljg.formerName('JGMC'),
      partyRole: dljg.constant('purchase_agency'),
      legalCode: dljg.partyCode('XYDM', 'legalCode'),
      uscc: dljg.partyCode('XYDM', 'uscc'),
      organizationCode: dljg.partyCode('XYDM', 'organizationCode'),
      legalRepresentative: dljg.personName('FDDBR'),
      contactName: dljg.personName('LXR'),
      contactPhone: dljg.phone('LXDH'),
      address: dljg.text('DZ'),
      registeredCapital: dljg.money('ZCZB', '元'),
      listedOn: dljg.date('MLRQ'),
      status: dljg.code('ZT', PARTY_STATUS),
      modifiedAt: dljg.timestamp('XGSJ'),
    }),
  ],
});

export const suppliers = defineMapping({
  system,
  stream: CG_GYS,
  version: 1,
  parts: [
    part(Party, {
      partyType: gys.code('GYSLX', PARTY_TYPE, PARTY_TYPE_OF),
      name: gys.organizationName('MC'),
      formerName: gys.formerName('MC'),
      partyRole: gys.constant('supplier'),
      legalCode: gys.partyCode('XYDM', 'legalCode', person),
      uscc: gys.partyCode('XYDM', 'uscc', person),
      organizationCode: gys.partyCode('XYDM', 'organizationCode', person),
      idNumber: gys.partyCode('XYDM', 'idNumber', person),
      registrationNumber: gys.partyCode('YYZZH', 'registrationNumber'),
      licenceNumber: gys.identifier('YYZZH'),
      legalRepresentative: gys.personName('FDDBR'),
      registeredCapital: gys.money('ZCZB', '万元'),
      address: gys.text('DZ'),
      divisionCode: gys.division('XZQHDM'),
      contactName: gys.personName('LXR'),
      contactPhone: gys.phone('LXDH'),
      bankName: gys.text('KHH'),
      bankAccount: gys.identifier('ZH'),
      registeredAt: gys.timestamp('ZCSJ'),
      modifiedAt: gys.timestamp('XGSJ'),
    }),
  ],
});
