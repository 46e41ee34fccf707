/** Notices of all seven bodies on one site, numbered as their senders typed it, and the files attached to them. */
import { NOTICE_TYPE, PARTY_ROLE } from '../../schemas/codes/lists.ts';
import { TRADE_CATEGORY } from '../../schemas/codes/national.ts';
import { Attachment } from '../../schemas/entities/attachment.ts';
import { PublishedNotice } from '../../schemas/entities/published-notice.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { AGENCY_ROLE_OF, BETWEEN_WINNERS, OWNER_ROLE_OF, WINNER_ROLE_OF } from './lookups.ts';
import { XX_FJ, XX_GG } from './streams-notices.ts';

const system = 'egov';
const gg = takeFrom(XX_GG);
const fj = takeFrom(XX_FJ);
const roleInTrade = (roles: ReadonlyMap<string, string>) => gg.lookup('JYLB', PARTY_ROLE, roles);

export const notices = defineMapping({
  system,
  stream: XX_GG,
  version: 1,
  parts: [
    part(PublishedNotice, {
      noticeType: gg.code('GGLX', NOTICE_TYPE),
      tradeCategory: gg.code('JYLB', TRADE_CATEGORY),
      title: gg.text('GGBT'),
      projectNumber: gg.identifier('XMBH'),
      projectName: gg.text('XMMC'),
      ownerName: gg.organizationName('ZBRMC'),
      agencyName: gg.organizationName('ZBDLMC'),
      winnerName: gg.organizationName('ZBRXMC'),
      announcedAmount: gg.moneyIn('ZBJE', 'JEDW', '万元'),
      divisionCode: gg.division('XZQH'),
      publishedAt: gg.timestamp('FBSJ'),
      body: gg.html('GGNR'),
      sender: gg.text('LYDW'),
      withdrawn: gg.flag('CXBZ'),
      modifiedAt: gg.timestamp('GXSJ'),
    }),
    mention(gg, { role: 'owner', partyRole: roleInTrade(OWNER_ROLE_OF), name: 'ZBRMC' }),
    mention(gg, { role: 'agency', partyRole: roleInTrade(AGENCY_ROLE_OF), name: 'ZBDLMC' }),
    mention(gg, {
      role: 'winner',
      partyRole: roleInTrade(WINNER_ROLE_OF),
      name: 'ZBRXMC',
      each: { columns: ['ZBRXMC'], separator: BETWEEN_WINNERS },
    }),
  ],
});

export const attachments = defineMapping({
  system,
  stream: XX_FJ,
  version: 1,
  parts: [
    part(Attachment, {
      noticeId: fj.reference('GGID', { stream: 'xx_gg', entity: 'published_notice', kind: 'parent' }),
      fileName: fj.text('WJM'),
      path: fj.text('WJLJ'),
      sizeBytes: fj.fileSize('WJDX'),
      md5: fj.identifier('MD5'),
      uploadedAt: fj.timestamp('SCSJ'),
    }),
  ],
});
