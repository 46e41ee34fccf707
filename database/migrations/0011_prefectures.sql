-- Generated from the schemas and stream contracts (npm run generate), then reviewed.

alter table canonical.tender_projects add column "platform_code" text;

alter table canonical.purchase_projects add column "platform_code" text;

create table raw."lhasa_qzk_qy" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "OP_SEQ" text,
  "OP_TYPE" text,
  "OP_TIME" text,
  "SYNC_FLAG" text,
  "QYBM" text,
  "QYMC" text,
  "TYSHXYDM" text,
  "FRDB" text,
  "LXR" text,
  "LXDH" text,
  "ZCDZ" text,
  "XZQH" text,
  "ZCZJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."lhasa_qzk_qy" is 'lhasa_qzk_qy: as delivered';

create table raw."lhasa_qzk_zj" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "OP_SEQ" text,
  "OP_TYPE" text,
  "OP_TIME" text,
  "SYNC_FLAG" text,
  "ZJBM" text,
  "XM" text,
  "SFZH" text,
  "XB" text,
  "CSRQ" text,
  "GZDW" text,
  "SJH" text,
  "ZC" text,
  "ZYDM" text,
  "ZT" text,
  primary key (_source_key, _hash)
);
comment on table raw."lhasa_qzk_zj" is 'lhasa_qzk_zj: as delivered';

create table raw."lhasa_qzk_xm" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "OP_SEQ" text,
  "OP_TYPE" text,
  "OP_TIME" text,
  "SYNC_FLAG" text,
  "XMBM" text,
  "XMBH" text,
  "XMMC" text,
  "TZXMDM" text,
  "JYLB" text,
  "ZBR" text,
  "ZBRDM" text,
  "ZBDL" text,
  "XZQH" text,
  "XMJE" text,
  "LXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."lhasa_qzk_xm" is 'lhasa_qzk_xm: as delivered';

create table raw."lhasa_qzk_bd" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "OP_SEQ" text,
  "OP_TYPE" text,
  "OP_TIME" text,
  "SYNC_FLAG" text,
  "BDBM" text,
  "XMBM" text,
  "BDMC" text,
  "GSJ" text,
  "GQ" text,
  primary key (_source_key, _hash)
);
comment on table raw."lhasa_qzk_bd" is 'lhasa_qzk_bd: as delivered';

create table raw."lhasa_qzk_gg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "OP_SEQ" text,
  "OP_TYPE" text,
  "OP_TIME" text,
  "SYNC_FLAG" text,
  "GGBM" text,
  "XMBM" text,
  "GGBT" text,
  "GGLX" text,
  "FBSJ" text,
  "GGNR" text,
  primary key (_source_key, _hash)
);
comment on table raw."lhasa_qzk_gg" is 'lhasa_qzk_gg: as delivered';

create table raw."lhasa_qzk_jg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "OP_SEQ" text,
  "OP_TYPE" text,
  "OP_TIME" text,
  "SYNC_FLAG" text,
  "JGBM" text,
  "BDBM" text,
  "ZBRMC" text,
  "ZBRDM" text,
  "ZBJ" text,
  "ZBRQ" text,
  primary key (_source_key, _hash)
);
comment on table raw."lhasa_qzk_jg" is 'lhasa_qzk_jg: as delivered';

create table raw."shigatse_qyxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "BZ" text,
  "QYID" text,
  "MC" text,
  "DM" text,
  "FR" text,
  "DH" text,
  "DZ" text,
  "QH" text,
  "ZCZB" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."shigatse_qyxx" is 'shigatse_qyxx: as delivered';

create table raw."shigatse_zjxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "BZ" text,
  "ZJID" text,
  "XM" text,
  "ZJHM" text,
  "XB" text,
  "DW" text,
  "SJ" text,
  "ZC" text,
  "ZY" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."shigatse_zjxx" is 'shigatse_zjxx: as delivered';

create table raw."shigatse_xmxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "BZ" text,
  "XMID" text,
  "XMBH" text,
  "XMMC" text,
  "LB" text,
  "ZBR" text,
  "DL" text,
  "QH" text,
  "JE" text,
  "LXRQ" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."shigatse_xmxx" is 'shigatse_xmxx: as delivered';

create table raw."shigatse_bdxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "BZ" text,
  "BDID" text,
  "XMID" text,
  "MC" text,
  "GSJ" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."shigatse_bdxx" is 'shigatse_bdxx: as delivered';

create table raw."shigatse_jgxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "BZ" text,
  "JGID" text,
  "BDID" text,
  "ZBR" text,
  "ZBRDM" text,
  "ZBJ" text,
  "RQ" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."shigatse_jgxx" is 'shigatse_jgxx: as delivered';

create table raw."qamdo_legal_person_base" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "DATA_KEY" text,
  "DATA_TYPE" text,
  "LEGAL_NAME" text,
  "BIDDER_CODE_TYPE" text,
  "LEGAL_CODE" text,
  "LICENSE_NO" text,
  "LEGAL_REPRESENT" text,
  "LEGAL_UNIT_ADDRESS" text,
  "REGION_CODE" text,
  "REG_CAPITAL" text,
  "REG_UNIT" text,
  "LEGAL_CONTACT" text,
  "LEGAL_CONTACT_PHONE" text,
  "DATA_TIMESTAMP" text,
  primary key (_source_key, _hash)
);
comment on table raw."qamdo_legal_person_base" is 'qamdo_legal_person_base: as delivered';

create table raw."qamdo_expert_bid_evaluation" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "DATA_KEY" text,
  "DATA_TYPE" text,
  "ID_CARD" text,
  "ID_CARD_TYPE" text,
  "EXPERT_NAME" text,
  "SEX" text,
  "BIRTHDAY" text,
  "COMPANY" text,
  "PHONE_NUMBER" text,
  "PROFESSIONAL" text,
  "BASE_TYPE" text,
  "MAJOR_CODE" text,
  "IS_MAIN" text,
  "DATA_TIMESTAMP" text,
  primary key (_source_key, _hash)
);
comment on table raw."qamdo_expert_bid_evaluation" is 'qamdo_expert_bid_evaluation: as delivered';

create table raw."qamdo_tender_project" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "DATA_KEY" text,
  "DATA_TYPE" text,
  "PROJECT_CODE" text,
  "TENDER_PROJECT_CODE" text,
  "TENDER_SELF_CODE" text,
  "TENDER_PROJECT_NAME" text,
  "TENDER_PROJECT_TYPE" text,
  "REGION_CODE" text,
  "TENDERER_NAME" text,
  "TENDERER_CODE" text,
  "TENDER_AGENCY_NAME" text,
  "TENDER_MODE" text,
  "CREATE_TIME" text,
  "DATA_TIMESTAMP" text,
  primary key (_source_key, _hash)
);
comment on table raw."qamdo_tender_project" is 'qamdo_tender_project: as delivered';

create table raw."qamdo_section" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "DATA_KEY" text,
  "DATA_TYPE" text,
  "TENDER_PROJECT_CODE" text,
  "BID_SECTION_CODE" text,
  "BID_SECTION_NAME" text,
  "CONTRACT_RECKON_PRICE" text,
  "CURRENCY_CODE" text,
  "PRICE_UNIT" text,
  "LIMITE_TIME" text,
  "DATA_TIMESTAMP" text,
  primary key (_source_key, _hash)
);
comment on table raw."qamdo_section" is 'qamdo_section: as delivered';

create table raw."qamdo_tender_ann_qua_inquery_ann" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "DATA_KEY" text,
  "DATA_TYPE" text,
  "TENDER_PROJECT_CODE" text,
  "NOTICE_NAME" text,
  "NOTICE_CONTENT" text,
  "NOTICE_SEND_TIME" text,
  "BULLETIN_TYPE" text,
  "DATA_TIMESTAMP" text,
  primary key (_source_key, _hash)
);
comment on table raw."qamdo_tender_ann_qua_inquery_ann" is 'qamdo_tender_ann_qua_inquery_ann: as delivered';

create table raw."qamdo_win_result_anno" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "DATA_KEY" text,
  "DATA_TYPE" text,
  "TENDER_PROJECT_CODE" text,
  "BID_SECTION_CODE" text,
  "WIN_BIDDER_NAME" text,
  "WIN_BIDDER_CODE" text,
  "BID_AMOUNT" text,
  "BID_CURRENCY" text,
  "PRICE_UNIT" text,
  "NOTICE_SEND_TIME" text,
  "DATA_TIMESTAMP" text,
  primary key (_source_key, _hash)
);
comment on table raw."qamdo_win_result_anno" is 'qamdo_win_result_anno: as delivered';

create table raw."nyingchi_企业" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "企业编号" text,
  "企业名称" text,
  "信用代码" text,
  "法定代表人" text,
  "联系电话" text,
  "注册资本（万元）" text,
  "地址" text,
  primary key (_source_key, _hash)
);
comment on table raw."nyingchi_企业" is 'nyingchi_企业: as delivered';

create table raw."nyingchi_项目" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "标段编号" text,
  "项目编号" text,
  "项目名称" text,
  "标段名称" text,
  "类别" text,
  "招标人" text,
  "代理机构" text,
  "县区" text,
  "估算价（万元）" text,
  "立项日期" text,
  primary key (_source_key, _hash)
);
comment on table raw."nyingchi_项目" is 'nyingchi_项目: as delivered';

create table raw."nyingchi_公告" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "公告编号" text,
  "项目编号" text,
  "标题" text,
  "类型" text,
  "发布日期" text,
  primary key (_source_key, _hash)
);
comment on table raw."nyingchi_公告" is 'nyingchi_公告: as delivered';

create table raw."nyingchi_结果" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "结果编号" text,
  "标段编号" text,
  "中标人" text,
  "中标价（万元）" text,
  "中标日期" text,
  primary key (_source_key, _hash)
);
comment on table raw."nyingchi_结果" is 'nyingchi_结果: as delivered';

create table raw."shannan_enterprise" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "id" text,
  "name" text,
  "credit_code" text,
  "legal_person" text,
  "contact" text,
  "phone" text,
  "address" text,
  "area_code" text,
  "reg_capital" text,
  "deleted" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."shannan_enterprise" is 'shannan_enterprise: as delivered';

create table raw."shannan_project" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "id" text,
  "project_no" text,
  "name" text,
  "invest_code" text,
  "category" text,
  "owner_name" text,
  "owner_code" text,
  "agency_name" text,
  "area_code" text,
  "amount" text,
  "created_on" text,
  "deleted" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."shannan_project" is 'shannan_project: as delivered';

create table raw."shannan_section" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "id" text,
  "project_id" text,
  "name" text,
  "estimate" text,
  "days" text,
  "deleted" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."shannan_section" is 'shannan_section: as delivered';

create table raw."shannan_notice" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "id" text,
  "project_id" text,
  "title" text,
  "notice_type" text,
  "published_at" text,
  "content" text,
  "deleted" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."shannan_notice" is 'shannan_notice: as delivered';

create table raw."shannan_result" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "id" text,
  "section_id" text,
  "winner_name" text,
  "winner_code" text,
  "amount" text,
  "win_date" text,
  "deleted" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."shannan_result" is 'shannan_result: as delivered';

create table raw."nagqu_enterprises" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "id" text,
  "name" text,
  "creditCode" text,
  "legalRep" text,
  "contact" text,
  "phone" text,
  "address" text,
  "areaNo" text,
  "regCapital" text,
  "deleted" text,
  "updateTime" text,
  primary key (_source_key, _hash)
);
comment on table raw."nagqu_enterprises" is 'nagqu_enterprises: as delivered';

create table raw."nagqu_projects" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "id" text,
  "projectCode" text,
  "projectName" text,
  "investCode" text,
  "category" text,
  "tenderer" text,
  "agency" text,
  "areaNo" text,
  "amount" text,
  "createDate" text,
  "deleted" text,
  "updateTime" text,
  primary key (_source_key, _hash)
);
comment on table raw."nagqu_projects" is 'nagqu_projects: as delivered';

create table raw."nagqu_sections" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "id" text,
  "projectId" text,
  "bidSectionName" text,
  "estimate" text,
  "days" text,
  "deleted" text,
  "updateTime" text,
  primary key (_source_key, _hash)
);
comment on table raw."nagqu_sections" is 'nagqu_sections: as delivered';

create table raw."nagqu_notices" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "id" text,
  "projectId" text,
  "title" text,
  "type" text,
  "publishTime" text,
  "txt" text,
  "deleted" text,
  "updateTime" text,
  primary key (_source_key, _hash)
);
comment on table raw."nagqu_notices" is 'nagqu_notices: as delivered';

create table raw."nagqu_results" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "id" text,
  "sectionId" text,
  "winner" text,
  "winnerCode" text,
  "amount" text,
  "winDate" text,
  "deleted" text,
  "updateTime" text,
  primary key (_source_key, _hash)
);
comment on table raw."nagqu_results" is 'nagqu_results: as delivered';
