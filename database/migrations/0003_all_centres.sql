-- Generated from the schemas and stream contracts (npm run generate), then reviewed.

alter table canonical.parties add column "short_name" text;

alter table canonical.parties add column "parent_name" text;

alter table canonical.parties add column "party_roles" text;

alter table canonical.parties add column "legal_code_type" text;

alter table canonical.parties add column "representative_id_number" text;

alter table canonical.parties add column "representative_phone" text;

alter table canonical.parties add column "industry_code" text;

alter table canonical.parties add column "capital_currency" text;

alter table canonical.parties add column "founded_on" date;

alter table canonical.parties add column "licence_ends_on" date;

alter table canonical.parties add column "licence_open_ended" boolean;

alter table canonical.parties add column "qualification_text" text;

alter table canonical.parties add column "province_code" text;

alter table canonical.parties add column "county" text;

alter table canonical.parties add column "postcode" text;

alter table canonical.parties add column "email" text;

alter table canonical.parties add column "review_status" text;

alter table canonical.party_mentions add column "contact_phone" text;

create table canonical.party_name_changes (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "party_id" uuid,
  "name_before" text,
  "name_after" text,
  "changed_at" timestamp
);
create index party_name_changes_source on canonical.party_name_changes (source_key, stream);
comment on table canonical.party_name_changes is '主体名称变更';
comment on column canonical.party_name_changes."party_id" is '主体';
comment on column canonical.party_name_changes."name_before" is '原名称';
comment on column canonical.party_name_changes."name_after" is '法人名称 [100.LEGAL_NAME]';
comment on column canonical.party_name_changes."changed_at" is '变更时间';

create table canonical.party_qualifications (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "party_id" uuid,
  "series" text,
  "name" text,
  "level" text,
  "certificate_number" text,
  "valid_until" date,
  "open_ended" boolean,
  "modified_at" timestamp
);
create index party_qualifications_source on canonical.party_qualifications (source_key, stream);
comment on table canonical.party_qualifications is '企业资质';
comment on column canonical.party_qualifications."party_id" is '主体代码 [103.LEGAL_CODE]';
comment on column canonical.party_qualifications."series" is '资质序列、行业和专业类别 [103.QUAL_TYPE]';
comment on column canonical.party_qualifications."name" is '资质名称 [103.QUAL_NAME]';
comment on column canonical.party_qualifications."level" is '资质等级 [103.QUAL_LEVEL]';
comment on column canonical.party_qualifications."certificate_number" is '资质证书编号 [103.QUAL_CERT_NO]';
comment on column canonical.party_qualifications."valid_until" is '资质证书失效日期 [103.QUAL_CERT_END_DATE]';
comment on column canonical.party_qualifications."open_ended" is '长期有效';
comment on column canonical.party_qualifications."modified_at" is '数据时间戳 [103.DATA_TIMESTAMP]';

create table canonical.practitioners (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "name" text,
  "document_type" text,
  "document_type_text" text,
  "id_number" text,
  "document_number" text,
  "gender" text,
  "employer_id" uuid,
  "employer_code" text,
  "qualification_name" text,
  "registration_number" text,
  "specialty" text,
  "mobile" text,
  "modified_at" timestamp
);
create index practitioners_source on canonical.practitioners (source_key, stream);
comment on table canonical.practitioners is '执业人员';
comment on column canonical.practitioners."name" is '姓名 [111.PERSON_NAME]';
comment on column canonical.practitioners."document_type" is '身份证件类型 [111.ID_CARD_TYPE]';
comment on column canonical.practitioners."document_type_text" is '证件类型（原文）';
comment on column canonical.practitioners."id_number" is '身份证件号码 [111.ID_CARD]';
comment on column canonical.practitioners."document_number" is '其他证件号码';
comment on column canonical.practitioners."gender" is '性别 [111.GENDER]';
comment on column canonical.practitioners."employer_id" is '所在单位代码 [111.UNIT_CODE]';
comment on column canonical.practitioners."employer_code" is '聘用单位代码';
comment on column canonical.practitioners."qualification_name" is '执业资格名称 [112.QUAL_NAME]';
comment on column canonical.practitioners."registration_number" is '执业资格证书编号 [112.CERT_NO]';
comment on column canonical.practitioners."specialty" is '注册专业';
comment on column canonical.practitioners."mobile" is '联系电话 [111.PERSON_PHONE]';
comment on column canonical.practitioners."modified_at" is '数据时间戳 [111.DATA_TIMESTAMP]';

create table canonical.ca_locks (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "party_id" uuid,
  "serial_number" text,
  "holder_name" text,
  "holder_phone" text,
  "valid_from" date,
  "valid_until" date,
  "status" text,
  "issued_at" timestamp
);
create index ca_locks_source on canonical.ca_locks (source_key, stream);
comment on table canonical.ca_locks is 'CA锁';
comment on column canonical.ca_locks."party_id" is '主体';
comment on column canonical.ca_locks."serial_number" is '证书序列号';
comment on column canonical.ca_locks."holder_name" is '持有人';
comment on column canonical.ca_locks."holder_phone" is '持有人手机';
comment on column canonical.ca_locks."valid_from" is '有效期起';
comment on column canonical.ca_locks."valid_until" is '有效期止';
comment on column canonical.ca_locks."status" is '状态';
comment on column canonical.ca_locks."issued_at" is '发放时间';

alter table canonical.experts add column "document_type" text;

alter table canonical.experts add column "document_number" text;

alter table canonical.experts add column "title_certificate" text;

alter table canonical.experts add column "working_since" text;

create table canonical.expert_recusals (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "expert_id" uuid,
  "unit_name" text,
  "reason" text
);
create index expert_recusals_source on canonical.expert_recusals (source_key, stream);
comment on table canonical.expert_recusals is '专家回避单位';
comment on column canonical.expert_recusals."expert_id" is '专家';
comment on column canonical.expert_recusals."unit_name" is '回避单位';
comment on column canonical.expert_recusals."reason" is '回避原因';

create table canonical.projects (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "investment_code" text,
  "internal_number" text,
  "name" text,
  "approval_type" text,
  "owner_name" text,
  "division_code" text,
  "address" text,
  "total_investment" numeric(24,6),
  "fund_source" text,
  "industry_code" text,
  "established_on" date,
  "approval_number" text,
  "approval_authority" text,
  "contact_name" text,
  "contact_phone" text,
  "modified_at" timestamp
);
create index projects_source on canonical.projects (source_key, stream);
comment on table canonical.projects is '投资（工程）项目';
comment on column canonical.projects."investment_code" is '投资项目统一代码 [500.INVEST_PROJECT_CODE]';
comment on column canonical.projects."internal_number" is '立项内部编号';
comment on column canonical.projects."name" is '项目名称 [500.PROJECT_NAME]';
comment on column canonical.projects."approval_type" is '立项类型';
comment on column canonical.projects."owner_name" is '项目法人 [500.LEGAL_PERSON]';
comment on column canonical.projects."division_code" is '项目所在行政区域代码 [500.REGION_CODE]';
comment on column canonical.projects."address" is '项目地址 [500.ADDRESS]';
comment on column canonical.projects."total_investment" is '总投资';
comment on column canonical.projects."fund_source" is '资金来源 [500.FUND_SOURCE]';
comment on column canonical.projects."industry_code" is '项目行业分类 [500.INDUSTRIES_TYPE]';
comment on column canonical.projects."established_on" is '项目建立时间 [500.CREATE_TIME]';
comment on column canonical.projects."approval_number" is '项目审批文号 [500.APPROVAL_NUMBER]';
comment on column canonical.projects."approval_authority" is '项目审批单位 [500.APPROVAL_AUTHORITY]';
comment on column canonical.projects."contact_name" is '联系人 [500.CONTACTOR]';
comment on column canonical.projects."contact_phone" is '联系方式 [500.CONTACT_INFORMATION]';
comment on column canonical.projects."modified_at" is '数据时间戳 [500.DATA_TIMESTAMP]';

create table canonical.tender_plans (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "project_id" uuid,
  "number" text,
  "name" text,
  "work_classes" text,
  "organize_form" text,
  "mode" text,
  "estimate" numeric(24,6),
  "approval_number" text,
  "approved_on" date,
  "modified_at" timestamp
);
create index tender_plans_source on canonical.tender_plans (source_key, stream);
comment on table canonical.tender_plans is '招标方案核准';
comment on column canonical.tender_plans."project_id" is '项目编号 [501.PROJECT_CODE]';
comment on column canonical.tender_plans."number" is '核准编号';
comment on column canonical.tender_plans."name" is '招标项目名称 [501.TENDER_PROJECT_NAME]';
comment on column canonical.tender_plans."work_classes" is '招标内容';
comment on column canonical.tender_plans."organize_form" is '招标组织形式 [501.TENDER_ORGANIZE_FORM]';
comment on column canonical.tender_plans."mode" is '招标方式 [501.TENDER_MODE]';
comment on column canonical.tender_plans."estimate" is '估算金额';
comment on column canonical.tender_plans."approval_number" is '项目审批文号 [500.APPROVAL_NUMBER]';
comment on column canonical.tender_plans."approved_on" is '核准日期';
comment on column canonical.tender_plans."modified_at" is '数据时间戳 [501.DATA_TIMESTAMP]';

create table canonical.tender_projects (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "project_id" uuid,
  "self_code" text,
  "name" text,
  "investment_code" text,
  "trade_category" text,
  "mode" text,
  "organize_form" text,
  "tenderer_name" text,
  "tenderer_code" text,
  "agency_name" text,
  "agency_code" text,
  "division_code" text,
  "estimate" numeric(24,6),
  "established_on" date,
  "status" text,
  "entered_at" timestamp,
  "modified_at" timestamp
);
create index tender_projects_source on canonical.tender_projects (source_key, stream);
comment on table canonical.tender_projects is '招标项目';
comment on column canonical.tender_projects."project_id" is '项目编号 [501.PROJECT_CODE]';
comment on column canonical.tender_projects."self_code" is '招标项目编号 [501.TENDER_SELF_CODE]';
comment on column canonical.tender_projects."name" is '招标项目名称 [501.TENDER_PROJECT_NAME]';
comment on column canonical.tender_projects."investment_code" is '投资项目统一代码 [500.INVEST_PROJECT_CODE]';
comment on column canonical.tender_projects."trade_category" is '招标项目类型 [501.TENDER_PROJECT_TYPE]';
comment on column canonical.tender_projects."mode" is '招标方式 [501.TENDER_MODE]';
comment on column canonical.tender_projects."organize_form" is '招标组织形式 [501.TENDER_ORGANIZE_FORM]';
comment on column canonical.tender_projects."tenderer_name" is '招标人名称 [501.TENDERER_NAME]';
comment on column canonical.tender_projects."tenderer_code" is '招标人代码 [501.TENDERER_CODE]';
comment on column canonical.tender_projects."agency_name" is '招标代理机构名称 [501.TENDER_AGENCY_NAME]';
comment on column canonical.tender_projects."agency_code" is '招标代理机构代码 [501.TENDER_AGENCY_CODE]';
comment on column canonical.tender_projects."division_code" is '招标项目所在行政区域代码 [501.REGION_CODE]';
comment on column canonical.tender_projects."estimate" is '总投资或概算';
comment on column canonical.tender_projects."established_on" is '招标项目建立时间 [501.CREATE_TIME]';
comment on column canonical.tender_projects."status" is '状态';
comment on column canonical.tender_projects."entered_at" is '录入时间';
comment on column canonical.tender_projects."modified_at" is '数据时间戳 [501.DATA_TIMESTAMP]';

create table canonical.sections (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "tender_project_id" uuid,
  "code" text,
  "name" text,
  "tendering_round" integer,
  "work_class" text,
  "estimate" numeric(24,6),
  "currency" text,
  "term_text" text,
  "term_days" integer,
  "qualification" text,
  "opening_at" timestamp,
  "status" text,
  "entered_at" timestamp,
  "modified_at" timestamp
);
create index sections_source on canonical.sections (source_key, stream);
comment on table canonical.sections is '标段（包）';
comment on column canonical.sections."tender_project_id" is '招标项目编号 [502.TENDER_PROJECT_CODE]';
comment on column canonical.sections."code" is '标段（包）编号 [502.BID_SECTION_CODE]';
comment on column canonical.sections."name" is '标段（包）名称 [502.BID_SECTION_NAME]';
comment on column canonical.sections."tendering_round" is '标段（包）招标次数 [502.BID_ECTION_NUM]';
comment on column canonical.sections."work_class" is '标段（包）分类代码 [502.TENDER_PROJECT_CLASSIFY_CODE]';
comment on column canonical.sections."estimate" is '标段合同估算价 [502.CONTRACT_RECKON_PRICE]';
comment on column canonical.sections."currency" is '标段合同估算价币种代码 [502.CURRENCY_CODE]';
comment on column canonical.sections."term_text" is '工期（原文）';
comment on column canonical.sections."term_days" is '工期 [502.LIMITE_TIME]';
comment on column canonical.sections."qualification" is '投标人资格条件 [502.BID_QUALIFICATION]';
comment on column canonical.sections."opening_at" is '计划开标时间';
comment on column canonical.sections."status" is '状态';
comment on column canonical.sections."entered_at" is '录入时间';
comment on column canonical.sections."modified_at" is '数据时间戳 [502.DATA_TIMESTAMP]';

create table canonical.tender_notices (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "tender_project_id" uuid,
  "notice_type" text,
  "title" text,
  "body" text,
  "published_at" timestamp,
  "opening_at" timestamp,
  "modified_at" timestamp
);
create index tender_notices_source on canonical.tender_notices (source_key, stream);
comment on table canonical.tender_notices is '招标公告';
comment on column canonical.tender_notices."tender_project_id" is '招标项目编号 [503.TENDER_PROJECT_CODE]';
comment on column canonical.tender_notices."notice_type" is '公告类型 [503.BULLETIN_TYPE]';
comment on column canonical.tender_notices."title" is '公告标题 [503.NOTICE_NAME, 513.NOTICE_NAME]';
comment on column canonical.tender_notices."body" is '公告内容 [503.NOTICE_CONTENT, 513.NOTICE_CONTENT]';
comment on column canonical.tender_notices."published_at" is '公告发布时间 [503.NOTICE_SEND_TIME, 513.NOTICE_SEND_TIME]';
comment on column canonical.tender_notices."opening_at" is '开标时间/开启时间 [503.BID_OPEN_TIME]';
comment on column canonical.tender_notices."modified_at" is '数据时间戳 [503.DATA_TIMESTAMP]';

create table canonical.tender_clarifications (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "tender_project_id" uuid,
  "title" text,
  "content" text,
  "clarified_at" timestamp
);
create index tender_clarifications_source on canonical.tender_clarifications (source_key, stream);
comment on table canonical.tender_clarifications is '招标文件澄清与修改';
comment on column canonical.tender_clarifications."tender_project_id" is '招标项目编号 [504.TENDER_PROJECT_CODE]';
comment on column canonical.tender_clarifications."title" is '文件名称 [504.DOC_NAME]';
comment on column canonical.tender_clarifications."content" is '对文件澄清与修改的主要内容 [504.CLARIFY_CONTENT]';
comment on column canonical.tender_clarifications."clarified_at" is '答疑澄清时间 [504.CLARIFY_TIME]';

create table canonical.bid_openings (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "section_id" uuid,
  "opened_at" timestamp,
  "place" text,
  "chair_name" text,
  "bidder_count" integer,
  "content" text,
  "modified_at" timestamp
);
create index bid_openings_source on canonical.bid_openings (source_key, stream);
comment on table canonical.bid_openings is '开标记录';
comment on column canonical.bid_openings."section_id" is '相关标段（包）编号 [506.BID_SECTION_CODES]';
comment on column canonical.bid_openings."opened_at" is '开标时间 [506.BID_OPENING_TIME]';
comment on column canonical.bid_openings."place" is '开标地点 [506.BID_OPENING_ADDRESS]';
comment on column canonical.bid_openings."chair_name" is '开标参与人 [506.BID_OPENING_ACTOR]';
comment on column canonical.bid_openings."bidder_count" is '投标人数量';
comment on column canonical.bid_openings."content" is '开标记录内容 [506.BID_OPENING_CONTENT]';
comment on column canonical.bid_openings."modified_at" is '数据时间戳 [506.DATA_TIMESTAMP]';

create table canonical.tender_bids (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "section_id" uuid,
  "bidder_name" text,
  "bidder_id" uuid,
  "price" numeric(24,6),
  "manager_name" text,
  "manager_id_number" text,
  "deposit" numeric(24,6),
  "ranking" integer,
  "submitted_at" timestamp,
  "entered_at" timestamp,
  "modified_at" timestamp
);
create index tender_bids_source on canonical.tender_bids (source_key, stream);
comment on table canonical.tender_bids is '投标';
comment on column canonical.tender_bids."section_id" is '标段（包）编号 [507.BID_SECTION_CODE]';
comment on column canonical.tender_bids."bidder_name" is '投标人名称 [507.BIDDER_NAME]';
comment on column canonical.tender_bids."bidder_id" is '投标人代码 [507.BIDDER_ORG_CODE]';
comment on column canonical.tender_bids."price" is '投标报价金额 [507.BID_PRICE]';
comment on column canonical.tender_bids."manager_name" is '投标单位项目负责人 [507.BID_MANAGER]';
comment on column canonical.tender_bids."manager_id_number" is '项目负责人证件号码 [507.PM_CODE]';
comment on column canonical.tender_bids."deposit" is '保证金';
comment on column canonical.tender_bids."ranking" is '排名';
comment on column canonical.tender_bids."submitted_at" is '投标文件递交时间 [507.CHECKIN_TIME]';
comment on column canonical.tender_bids."entered_at" is '录入时间';
comment on column canonical.tender_bids."modified_at" is '数据时间戳 [507.DATA_TIMESTAMP]';

create table canonical.evaluation_experts (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "section_id" uuid,
  "expert_id" uuid,
  "name" text,
  "id_number" text,
  "is_chair" boolean,
  "drawn_at" timestamp
);
create index evaluation_experts_source on canonical.evaluation_experts (source_key, stream);
comment on table canonical.evaluation_experts is '评标委员会成员';
comment on column canonical.evaluation_experts."section_id" is '标段（包）编号 [508.BID_SECTION_CODE]';
comment on column canonical.evaluation_experts."expert_id" is '专家';
comment on column canonical.evaluation_experts."name" is '专家姓名 [508.EXPERT_NAME]';
comment on column canonical.evaluation_experts."id_number" is '专家身份证件号 [508.ID_CARD]';
comment on column canonical.evaluation_experts."is_chair" is '是否为评标组长 [508.IS_CHAIR_MAN]';
comment on column canonical.evaluation_experts."drawn_at" is '抽取时间';

create table canonical.tender_candidates (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "section_id" uuid,
  "ranking" integer,
  "candidate_name" text,
  "candidate_id" uuid,
  "price" numeric(24,6),
  "score" numeric(24,10),
  "modified_at" timestamp
);
create index tender_candidates_source on canonical.tender_candidates (source_key, stream);
comment on table canonical.tender_candidates is '中标候选人';
comment on column canonical.tender_candidates."section_id" is '标段（包）编号 [510.BID_SECTION_CODE]';
comment on column canonical.tender_candidates."ranking" is '中标候选人排名 [510.WIN_CANDIDATE_ORDER]';
comment on column canonical.tender_candidates."candidate_name" is '中标候选人名称 [510.WIN_CANDIDATE_NAME]';
comment on column canonical.tender_candidates."candidate_id" is '中标候选人代码 [510.WIN_CANDIDATE_CODE]';
comment on column canonical.tender_candidates."price" is '投标价格 [510.BID_PRICE]';
comment on column canonical.tender_candidates."score" is '评分结果 [510.EVALUATION_RESULT]';
comment on column canonical.tender_candidates."modified_at" is '数据时间戳 [510.DATA_TIMESTAMP]';

create table canonical.tender_results (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "section_id" uuid,
  "winner_name" text,
  "winner_id" uuid,
  "amount" numeric(24,6),
  "manager_name" text,
  "decided_at" timestamp,
  "modified_at" timestamp
);
create index tender_results_source on canonical.tender_results (source_key, stream);
comment on table canonical.tender_results is '中标结果';
comment on column canonical.tender_results."section_id" is '标段（包）编号 [513.BID_SECTION_CODE]';
comment on column canonical.tender_results."winner_name" is '中标投标人名称 [513.WIN_BIDDER_NAME]';
comment on column canonical.tender_results."winner_id" is '中标投标人代码 [513.WIN_BIDDER_CODE]';
comment on column canonical.tender_results."amount" is '中标金额 [513.BID_AMOUNT]';
comment on column canonical.tender_results."manager_name" is '项目负责人';
comment on column canonical.tender_results."decided_at" is '公告发布时间 [513.NOTICE_SEND_TIME]';
comment on column canonical.tender_results."modified_at" is '数据时间戳 [513.DATA_TIMESTAMP]';

create table canonical.tender_contracts (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "section_id" uuid,
  "number" text,
  "name" text,
  "amount" numeric(24,6),
  "signed_on" date,
  "modified_at" timestamp
);
create index tender_contracts_source on canonical.tender_contracts (source_key, stream);
comment on table canonical.tender_contracts is '工程合同';
comment on column canonical.tender_contracts."section_id" is '标段（包）编号 [512.BID_SECTION_CODE]';
comment on column canonical.tender_contracts."number" is '合同编号';
comment on column canonical.tender_contracts."name" is '合同名称 [512.CONTRACT_NAME]';
comment on column canonical.tender_contracts."amount" is '合同金额 [512.CONTRACT_PRICE]';
comment on column canonical.tender_contracts."signed_on" is '合同签署时间 [512.CONTRACT_SIGN_TIME]';
comment on column canonical.tender_contracts."modified_at" is '数据时间戳 [512.DATA_TIMESTAMP]';

create table canonical.land_parcels (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "code" text,
  "project_name" text,
  "location" text,
  "division_code" text,
  "area" numeric(24,10),
  "land_use" text,
  "grant_term" text,
  "plot_ratio" text,
  "starting_price" numeric(24,6),
  "status" text,
  "created_at" timestamp,
  "modified_at" timestamp
);
create index land_parcels_source on canonical.land_parcels (source_key, stream);
comment on table canonical.land_parcels is '出让宗地';
comment on column canonical.land_parcels."code" is '宗地编号 [601.LAND_CODE]';
comment on column canonical.land_parcels."project_name" is '项目名称 [601.LAND_PROJECT_NAME]';
comment on column canonical.land_parcels."location" is '土地坐落 [601.LAND_POSITION]';
comment on column canonical.land_parcels."division_code" is '项目所在行政区划代码 [601.REGION_CODE]';
comment on column canonical.land_parcels."area" is '土地面积（平方米）';
comment on column canonical.land_parcels."land_use" is '土地用途 [601.LAND_USAGE]';
comment on column canonical.land_parcels."grant_term" is '出让年限 [601.LEND_AGE_LIMIT]';
comment on column canonical.land_parcels."plot_ratio" is '容积率';
comment on column canonical.land_parcels."starting_price" is '起始价';
comment on column canonical.land_parcels."status" is '状态';
comment on column canonical.land_parcels."created_at" is '创建时间';
comment on column canonical.land_parcels."modified_at" is '数据时间戳 [601.DATA_TIMESTAMP]';

create table canonical.land_announcements (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "guid" text,
  "number" text,
  "title" text,
  "method" text,
  "body" text,
  "published_at" timestamp,
  "closes_at" timestamp,
  "contact_unit" text,
  "contact_name" text,
  "contact_phone" text,
  "modified_at" timestamp
);
create index land_announcements_source on canonical.land_announcements (source_key, stream);
comment on table canonical.land_announcements is '土地出让公告';
comment on column canonical.land_announcements."guid" is '项目编号ID [600.ANNOUNCEMENT_GUID]';
comment on column canonical.land_announcements."number" is '公示编号 [600.ANNOUNCEMENT_CODE]';
comment on column canonical.land_announcements."title" is '公示标题 [600.ANNOUNCEMENT_TITLE]';
comment on column canonical.land_announcements."method" is '招拍挂类型 [600.LISTING_TYPE]';
comment on column canonical.land_announcements."body" is '公示内容 [600.ANNOUNCEMENT_CONNECT]';
comment on column canonical.land_announcements."published_at" is '发布时间 [600.PUBLISHING_TIME]';
comment on column canonical.land_announcements."closes_at" is '招拍挂结束时间 [600.LISTING_DEADLINE]';
comment on column canonical.land_announcements."contact_unit" is '联系单位 [600.LIAISON_UNIT]';
comment on column canonical.land_announcements."contact_name" is '联系人 [600.CONTACT_PERSON]';
comment on column canonical.land_announcements."contact_phone" is '联系电话 [600.CONTACT_NUMBER]';
comment on column canonical.land_announcements."modified_at" is '数据时间戳 [600.DATA_TIMESTAMP]';

create table canonical.announced_parcels (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "announcement_id" uuid,
  "parcel_code" text
);
create index announced_parcels_source on canonical.announced_parcels (source_key, stream);
comment on table canonical.announced_parcels is '公告宗地';
comment on column canonical.announced_parcels."announcement_id" is '项目编号ID [601.DEAL_ANNOUNCEMENT_GUID]';
comment on column canonical.announced_parcels."parcel_code" is '宗地编号 [601.LAND_CODE]';

create table canonical.land_deals (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "parcel_id" uuid,
  "buyer_name" text,
  "buyer_id" uuid,
  "bid_number" text,
  "price" numeric(24,6),
  "dealt_on" date,
  "area" numeric(24,10),
  "notes" text,
  "modified_at" timestamp
);
create index land_deals_source on canonical.land_deals (source_key, stream);
comment on table canonical.land_deals is '土地成交';
comment on column canonical.land_deals."parcel_id" is '宗地编号 [601.LAND_CODE]';
comment on column canonical.land_deals."buyer_name" is '受让人名称 [601.LENDING_NAME]';
comment on column canonical.land_deals."buyer_id" is '受让人代码 [601.LENDING_CODE]';
comment on column canonical.land_deals."bid_number" is '竞买号';
comment on column canonical.land_deals."price" is '成交价格 [601.DEAL_PRICE]';
comment on column canonical.land_deals."dealt_on" is '公示发布时间 [601.PUBLISHING_TIME]';
comment on column canonical.land_deals."area" is '成交面积（平方米）';
comment on column canonical.land_deals."notes" is '备注 [601.LAND_BZ]';
comment on column canonical.land_deals."modified_at" is '数据时间戳 [601.DATA_TIMESTAMP]';

create table canonical.mining_rights (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "right_type" text,
  "licence_number" text,
  "name" text,
  "mineral_code" text,
  "mineral_name" text,
  "area" numeric(24,10),
  "coordinates" text,
  "division_code" text,
  "location" text,
  "valid_from" date,
  "valid_until" date,
  "modified_at" timestamp
);
create index mining_rights_source on canonical.mining_rights (source_key, stream);
comment on table canonical.mining_rights is '矿业权';
comment on column canonical.mining_rights."right_type" is '矿权类型';
comment on column canonical.mining_rights."licence_number" is '许可证号 [657.ID_LICENCEID, 658.ID_LICENCEID]';
comment on column canonical.mining_rights."name" is '项目名称 [657.NA_ITEM_NAME, 658.NA_MINE_NAME]';
comment on column canonical.mining_rights."mineral_code" is '勘查矿种 [657.QT_PERAMBULATE_MINE, 658.QT_MAIN_MINE]';
comment on column canonical.mining_rights."mineral_name" is '矿种';
comment on column canonical.mining_rights."area" is '面积（平方米）';
comment on column canonical.mining_rights."coordinates" is '极值坐标 [657.NA_JZZB]';
comment on column canonical.mining_rights."division_code" is '项目所在行政区域代码 [657.REGION_CODE, 658.REGION_CODE]';
comment on column canonical.mining_rights."location" is '地理位置 [657.NA_GEOGRAPHY_POSITION]';
comment on column canonical.mining_rights."valid_from" is '有效期起 [657.DT_USEFULLIFE_START, 658.DT_USEFULLIFE_START]';
comment on column canonical.mining_rights."valid_until" is '有效期止 [657.DT_USEFULLIFE_END, 658.DT_USEFULLIFE_END]';
comment on column canonical.mining_rights."modified_at" is '数据时间戳 [657.DATA_TIMESTAMP]';

create table canonical.mining_announcements (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "right_id" uuid,
  "title" text,
  "method" text,
  "grant_term" text,
  "starting_price" numeric(24,6),
  "body" text,
  "published_at" timestamp,
  "modified_at" timestamp
);
create index mining_announcements_source on canonical.mining_announcements (source_key, stream);
comment on table canonical.mining_announcements is '矿业权出让公告';
comment on column canonical.mining_announcements."right_id" is '矿业权';
comment on column canonical.mining_announcements."title" is '项目名称 [650.NA_APP_NAME]';
comment on column canonical.mining_announcements."method" is '出让方式 [650.IN_BUY_KIND, 651.IN_BUY_KIND]';
comment on column canonical.mining_announcements."grant_term" is '出让年限 [650.QT_PLAN_YEARS, 651.QT_PLAN_YEARS]';
comment on column canonical.mining_announcements."starting_price" is '起始价';
comment on column canonical.mining_announcements."body" is '公告内容';
comment on column canonical.mining_announcements."published_at" is '发布时间 [650.PUBLISHING_TIME, 651.PUBLISHING_TIME]';
comment on column canonical.mining_announcements."modified_at" is '数据时间戳 [650.DATA_TIMESTAMP]';

create table canonical.mining_results (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "right_id" uuid,
  "winner_name" text,
  "winner_id" uuid,
  "price" numeric(24,6),
  "dealt_at" timestamp,
  "payment_form" text,
  "modified_at" timestamp
);
create index mining_results_source on canonical.mining_results (source_key, stream);
comment on table canonical.mining_results is '矿业权出让结果';
comment on column canonical.mining_results."right_id" is '矿业权';
comment on column canonical.mining_results."winner_name" is '竞得人名称 [652.NA_PUBLIC_BIDDER, 653.NA_PUBLIC_BIDDER]';
comment on column canonical.mining_results."winner_id" is '竞得人代码 [652.BIDDER_CODE, 653.BIDDER_CODE]';
comment on column canonical.mining_results."price" is '成交价 [652.QT_PUBLIC_PRICE, 653.QT_PUBLIC_PRICE]';
comment on column canonical.mining_results."dealt_at" is '成交时间 [652.DT_BUY_DATE, 653.DT_BUY_DATE]';
comment on column canonical.mining_results."payment_form" is '出让收益缴纳方式 [652.IN_COST_STYLE, 653.IN_COST_STYLE]';
comment on column canonical.mining_results."modified_at" is '数据时间戳 [652.DATA_TIMESTAMP]';

create table canonical.published_notices (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "notice_type" text,
  "trade_category" text,
  "title" text,
  "project_number" text,
  "project_name" text,
  "owner_name" text,
  "agency_name" text,
  "winner_name" text,
  "announced_amount" numeric(24,6),
  "division_code" text,
  "published_at" timestamp,
  "body" text,
  "sender" text,
  "withdrawn" boolean,
  "modified_at" timestamp
);
create index published_notices_source on canonical.published_notices (source_key, stream);
comment on table canonical.published_notices is '网站公告';
comment on column canonical.published_notices."notice_type" is '公告类型 [503.BULLETIN_TYPE]';
comment on column canonical.published_notices."trade_category" is '招标项目类型 [501.TENDER_PROJECT_TYPE]';
comment on column canonical.published_notices."title" is '公告标题 [503.NOTICE_NAME]';
comment on column canonical.published_notices."project_number" is '项目编号（发布单位填写）';
comment on column canonical.published_notices."project_name" is '招标项目名称 [501.TENDER_PROJECT_NAME]';
comment on column canonical.published_notices."owner_name" is '招标人名称 [501.TENDERER_NAME]';
comment on column canonical.published_notices."agency_name" is '招标代理机构名称 [501.TENDER_AGENCY_NAME]';
comment on column canonical.published_notices."winner_name" is '中标投标人名称 [513.WIN_BIDDER_NAME]';
comment on column canonical.published_notices."announced_amount" is '中标金额 [513.BID_AMOUNT]';
comment on column canonical.published_notices."division_code" is '招标项目所在行政区域代码 [501.REGION_CODE]';
comment on column canonical.published_notices."published_at" is '公告发布时间 [503.NOTICE_SEND_TIME]';
comment on column canonical.published_notices."body" is '公告内容 [503.NOTICE_CONTENT]';
comment on column canonical.published_notices."sender" is '来源单位';
comment on column canonical.published_notices."withdrawn" is '是否撤销';
comment on column canonical.published_notices."modified_at" is '数据时间戳 [503.DATA_TIMESTAMP]';

create table canonical.attachments (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "notice_id" uuid,
  "file_name" text,
  "path" text,
  "size_bytes" numeric(24,10),
  "md5" text,
  "uploaded_at" timestamp
);
create index attachments_source on canonical.attachments (source_key, stream);
comment on table canonical.attachments is '附件';
comment on column canonical.attachments."notice_id" is '附件关联标识号 [503.ATTACHMENT_CODE]';
comment on column canonical.attachments."file_name" is '文件名';
comment on column canonical.attachments."path" is '文件路径';
comment on column canonical.attachments."size_bytes" is '文件大小（字节）';
comment on column canonical.attachments."md5" is 'MD5摘要';
comment on column canonical.attachments."uploaded_at" is '上传时间';

create table canonical.credit_records (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "record_type" text,
  "party_name" text,
  "party_code" text,
  "party_type" text,
  "reason" text,
  "document_number" text,
  "authority" text,
  "decided_on" date,
  "restricted_from" date,
  "restricted_until" date,
  "open_ended" boolean,
  "withdrawn" boolean,
  "disclosure" text,
  "modified_at" timestamp
);
create index credit_records_source on canonical.credit_records (source_key, stream);
comment on table canonical.credit_records is '信用信息';
comment on column canonical.credit_records."record_type" is '信息类型';
comment on column canonical.credit_records."party_name" is '主体名称 [302.BODY_NAME, 300.BODY_NAME, 304.BODY_NAME]';
comment on column canonical.credit_records."party_code" is '主体代码 [302.BODY_CODE]';
comment on column canonical.credit_records."party_type" is '主体类别 [302.BODY_TYPE]';
comment on column canonical.credit_records."reason" is '处罚原因 [302.RECORD_REASON, 300.VIOLATING_INSTRUCTIONS, 304.REWARD_REASON]';
comment on column canonical.credit_records."document_number" is '处理文件文号 [302.DOCUMENT_CODE]';
comment on column canonical.credit_records."authority" is '处罚部门 [302.GOVERNMENT]';
comment on column canonical.credit_records."decided_on" is '处罚日期 [302.RECORD_DATE]';
comment on column canonical.credit_records."restricted_from" is '限制行为开始时间 [300.CONFINED_START]';
comment on column canonical.credit_records."restricted_until" is '限制行为结束时间 [300.CONFINED_END]';
comment on column canonical.credit_records."open_ended" is '长期限制';
comment on column canonical.credit_records."withdrawn" is '是否撤销 [302.REVOCATION_STATUS]';
comment on column canonical.credit_records."disclosure" is '公开范围 [302.SCOPE]';
comment on column canonical.credit_records."modified_at" is '数据时间戳 [302.DATA_TIMESTAMP]';

create table canonical.blacklist_entries (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "credit_record_id" uuid,
  "party_name" text,
  "party_code" text,
  "reason" text,
  "authority" text,
  "listed_on" date,
  "restricted_from" date,
  "restricted_until" date,
  "open_ended" boolean,
  "withdrawn" boolean
);
create index blacklist_entries_source on canonical.blacklist_entries (source_key, stream);
comment on table canonical.blacklist_entries is '黑名单';
comment on column canonical.blacklist_entries."credit_record_id" is '黑名单标识号 [302.BLACKLIST_CODE]';
comment on column canonical.blacklist_entries."party_name" is '主体名称 [302.BODY_NAME]';
comment on column canonical.blacklist_entries."party_code" is '主体代码 [302.BODY_CODE]';
comment on column canonical.blacklist_entries."reason" is '列入原因';
comment on column canonical.blacklist_entries."authority" is '处罚部门 [302.GOVERNMENT]';
comment on column canonical.blacklist_entries."listed_on" is '处罚日期 [302.RECORD_DATE]';
comment on column canonical.blacklist_entries."restricted_from" is '限制开始';
comment on column canonical.blacklist_entries."restricted_until" is '限制结束';
comment on column canonical.blacklist_entries."open_ended" is '长期限制';
comment on column canonical.blacklist_entries."withdrawn" is '是否撤销 [302.REVOCATION_STATUS]';

create table canonical.credit_ratings (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "party_id" uuid,
  "party_name" text,
  "party_code" text,
  "year" integer,
  "score" numeric(24,10),
  "grade" text,
  "published_on" date,
  "modified_at" timestamp
);
create index credit_ratings_source on canonical.credit_ratings (source_key, stream);
comment on table canonical.credit_ratings is '信用评价';
comment on column canonical.credit_ratings."party_id" is '企业';
comment on column canonical.credit_ratings."party_name" is '主体名称 [306.BODY_NAME]';
comment on column canonical.credit_ratings."party_code" is '主体代码 [306.BODY_CODE]';
comment on column canonical.credit_ratings."year" is '评价年度';
comment on column canonical.credit_ratings."score" is '数据内容 [306.DATA]';
comment on column canonical.credit_ratings."grade" is '评价等级';
comment on column canonical.credit_ratings."published_on" is '发布日期';
comment on column canonical.credit_ratings."modified_at" is '数据时间戳 [306.DATA_TIMESTAMP]';

create table canonical.complaints (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "number" text,
  "project_id" uuid,
  "project_name" text,
  "project_number" text,
  "trade_category" text,
  "government_procurement" boolean,
  "complainant_name" text,
  "complainant_phone" text,
  "respondent_name" text,
  "respondent_code" text,
  "content" text,
  "filed_on" date,
  "accepted_on" date,
  "authority" text,
  "result" text,
  "closed_on" date,
  "status" text,
  "modified_at" timestamp
);
create index complaints_source on canonical.complaints (source_key, stream);
comment on table canonical.complaints is '投诉举报';
comment on column canonical.complaints."number" is '投诉编号';
comment on column canonical.complaints."project_id" is '投资项目';
comment on column canonical.complaints."project_name" is '招标项目（采购项目）名称 [404.TENDER_PROJECT_NAME]';
comment on column canonical.complaints."project_number" is '招标项目（采购项目）编号 [404.TENDER_PROJECT_CODE]';
comment on column canonical.complaints."trade_category" is '交易类别';
comment on column canonical.complaints."government_procurement" is '是否政府采购';
comment on column canonical.complaints."complainant_name" is '投诉者姓名 [404.COMPLAINT_NAME]';
comment on column canonical.complaints."complainant_phone" is '投诉者电话 [404.COMPLAINT_PHONE]';
comment on column canonical.complaints."respondent_name" is '被投诉主体名称 [404.COMPLAINTED_BODY_NAME]';
comment on column canonical.complaints."respondent_code" is '被投诉主体代码 [404.COMPLAINTED_BODY_CODE]';
comment on column canonical.complaints."content" is '投诉内容 [404.COMPLAINT_CONTENT]';
comment on column canonical.complaints."filed_on" is '投诉日期 [404.COMPLAINT_DATE]';
comment on column canonical.complaints."accepted_on" is '受理日期 [404.ACCEPT_DATE]';
comment on column canonical.complaints."authority" is '处理单位 [404.DEALING_UNIT]';
comment on column canonical.complaints."result" is '处理结果 [404.HANDLE_RESULT]';
comment on column canonical.complaints."closed_on" is '处理时间 [404.HANDLE_DATE]';
comment on column canonical.complaints."status" is '状态';
comment on column canonical.complaints."modified_at" is '数据时间戳 [404.DATA_TIMESTAMP]';

alter table canonical.procurement_queries add column "number" text;

alter table canonical.procurement_queries add column "project_name" text;

alter table canonical.procurement_queries add column "project_number" text;

alter table canonical.procurement_queries add column "trade_category" text;

alter table canonical.procurement_queries add column "government_procurement" boolean;

alter table canonical.procurement_queries add column "submitter_phone" text;

alter table canonical.procurement_queries add column "respondent_name" text;

alter table canonical.procurement_queries add column "respondent_code" text;

alter table canonical.procurement_queries add column "filed_on" date;

alter table canonical.procurement_queries add column "accepted_on" date;

alter table canonical.procurement_queries add column "authority" text;

alter table canonical.procurement_queries add column "closed_on" date;

alter table canonical.procurement_queries add column "modified_at" timestamp;

create table canonical.catalogue_items (
  id uuid primary key,
  system text not null,
  stream text not null,
  source_key text not null,
  role text not null,
  ordinal integer not null,
  raw_hash uuid not null,
  row_hash uuid not null,
  mapping_version integer not null,
  run_id text not null,
  source_deleted_at timestamptz,
  parent_deleted boolean not null default false,
  stale boolean not null default false,
  "code" text,
  "name" text,
  "trade_category" text,
  "scope" text,
  "authority" text,
  "legal_basis" text,
  "edition" text,
  "valid_from" date,
  "valid_until" date
);
create index catalogue_items_source on canonical.catalogue_items (source_key, stream);
comment on table canonical.catalogue_items is '交易目录条目';
comment on column canonical.catalogue_items."code" is '目录编号';
comment on column canonical.catalogue_items."name" is '交易事项';
comment on column canonical.catalogue_items."trade_category" is '交易类别';
comment on column canonical.catalogue_items."scope" is '范围和规模标准';
comment on column canonical.catalogue_items."authority" is '行业监管部门';
comment on column canonical.catalogue_items."legal_basis" is '依据';
comment on column canonical.catalogue_items."edition" is '目录版本';
comment on column canonical.catalogue_items."valid_from" is '生效日期';
comment on column canonical.catalogue_items."valid_until" is '失效日期';

create table raw."catalogue_catalogue" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "目录编号" text,
  "目录版本" text,
  "交易事项" text,
  "交易类别" text,
  "范围和规模标准" text,
  "监管部门" text,
  "依据" text,
  "生效日期" text,
  "失效日期" text,
  primary key (_source_key, _hash)
);
comment on table raw."catalogue_catalogue" is 'catalogue_catalogue: as delivered';

create table raw."egov_ztk_qyjbxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "QYID" text,
  "QYMC" text,
  "QYJC" text,
  "ZTLB" text,
  "ZTLB_MC" text,
  "TYSHXYDM" text,
  "ZZJGDM" text,
  "YYZZH" text,
  "JSDM" text,
  "FDDBR" text,
  "FDDBR_SFZH" text,
  "FDDBR_DH" text,
  "HYDM" text,
  "ZCZB" text,
  "ZCZB_BZ" text,
  "XZQHDM" text,
  "ZCDZ" text,
  "YYQX" text,
  "LXR" text,
  "LXDH" text,
  "LXYX" text,
  "YB" text,
  "KHYH" text,
  "YHZH" text,
  "SHZT" text,
  "SCBZ" text,
  "CJSJ" text,
  "GXSJ" text,
  "BY1" text,
  "BY2" text,
  primary key (_source_key, _hash)
);
comment on table raw."egov_ztk_qyjbxx" is 'egov_ztk_qyjbxx: as delivered';

create table raw."egov_ztk_qymc_bg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "BGID" text,
  "QYID" text,
  "YMC" text,
  "XMC" text,
  "BGSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."egov_ztk_qymc_bg" is 'egov_ztk_qymc_bg: as delivered';

create table raw."egov_ztk_ca_lock" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "CAID" text,
  "QYID" text,
  "CA_XLH" text,
  "CYR" text,
  "CYR_SJ" text,
  "YXQ_Q" text,
  "YXQ_Z" text,
  "ZT" text,
  "FFSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."egov_ztk_ca_lock" is 'egov_ztk_ca_lock: as delivered';

create table raw."egov_xx_gg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "GGID" text,
  "GGBT" text,
  "GGLX" text,
  "JYLB" text,
  "XMBH" text,
  "XMMC" text,
  "ZBRMC" text,
  "ZBDLMC" text,
  "ZBRXMC" text,
  "ZBJE" text,
  "JEDW" text,
  "XZQH" text,
  "FBSJ" text,
  "GGNR" text,
  "LYDW" text,
  "CXBZ" text,
  "SCBZ" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."egov_xx_gg" is 'egov_xx_gg: as delivered';

create table raw."egov_xx_fj" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "FJID" text,
  "GGID" text,
  "WJM" text,
  "WJLJ" text,
  "WJDX" text,
  "MD5" text,
  "SCSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."egov_xx_fj" is 'egov_xx_fj: as delivered';

create table raw."egov_xy_hmd" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "XYID" text,
  "XYLX" text,
  "ZTMC" text,
  "ZTDM" text,
  "ZTLX" text,
  "YY" text,
  "CFWH" text,
  "CFBM" text,
  "CFRQ" text,
  "XZKSRQ" text,
  "XZJSRQ" text,
  "SFCX" text,
  "GKFW" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."egov_xy_hmd" is 'egov_xy_hmd: as delivered';

create table raw."egov_ts_jbxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "TSID" text,
  "TSBH" text,
  "XMMC" text,
  "XMBH" text,
  "JYLB" text,
  "SFZFCG" text,
  "TSRMC" text,
  "TSRDH" text,
  "BTSRMC" text,
  "BTSRDM" text,
  "TSNR" text,
  "TSRQ" text,
  "SLRQ" text,
  "CLDW" text,
  "CLJG" text,
  "CLRQ" text,
  "ZT" text,
  "SCBZ" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."egov_ts_jbxx" is 'egov_ts_jbxx: as delivered';

create table raw."onestop_tzxm" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "XMDM" text,
  "XMMC" text,
  "XMLX" text,
  "JSDWMC" text,
  "JSDWDM" text,
  "XZQH" text,
  "JSDD" text,
  "ZTZ" text,
  "ZJLY" text,
  "HYDM" text,
  "LXRQ" text,
  "PFWH" text,
  "PFJG" text,
  "LXR" text,
  "LXDH" text,
  "CZBZ" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."onestop_tzxm" is 'onestop_tzxm: as delivered';

create table raw."onestop_zbfahz" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "HZBH" text,
  "XMDM" text,
  "XMMC" text,
  "ZBNR" text,
  "ZBZZXS" text,
  "ZBFS" text,
  "GSJE" text,
  "HZWH" text,
  "HZRQ" text,
  "CZBZ" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."onestop_zbfahz" is 'onestop_zbfahz: as delivered';

create table raw."onestop_zjxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZJBH" text,
  "XM" text,
  "XB" text,
  "ZJLX" text,
  "ZJHM" text,
  "CSRQ" text,
  "XL" text,
  "ZC" text,
  "ZCZSBH" text,
  "ZW" text,
  "GZDW" text,
  "DWDH" text,
  "YDDH" text,
  "TXDZ" text,
  "XZQH" text,
  "CJGZSJ" text,
  "RKRQ" text,
  "ZT" text,
  "CZBZ" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."onestop_zjxx" is 'onestop_zjxx: as delivered';

create table raw."onestop_zjzy" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZJBH" text,
  "ZYDM" text,
  "ZYMC" text,
  "FLBB" text,
  "SFZZ" text,
  primary key (_source_key, _hash)
);
comment on table raw."onestop_zjzy" is 'onestop_zjzy: as delivered';

create table raw."onestop_zjhb" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZJBH" text,
  "XH" text,
  "HBDW" text,
  "HBYY" text,
  primary key (_source_key, _hash)
);
comment on table raw."onestop_zjhb" is 'onestop_zjhb: as delivered';

create table raw."onestop_tsxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "TSBH" text,
  "XMDM" text,
  "XMMC" text,
  "TSR" text,
  "BTSR" text,
  "TSNR" text,
  "TSRQ" text,
  "CLQK" text,
  "CZBZ" text,
  "GXSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."onestop_tsxx" is 'onestop_tsxx: as delivered';

create table raw."landmining_td_dk" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "dk_id" text,
  "dkbh" text,
  "xmmc" text,
  "zl" text,
  "xzqdm" text,
  "mj" text,
  "mj_dw" text,
  "tdyt" text,
  "crnx" text,
  "rjl" text,
  "qsj" text,
  "qsj_dw" text,
  "zt" text,
  "del_flag" text,
  "created_at" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."landmining_td_dk" is 'landmining_td_dk: as delivered';

create table raw."landmining_td_crgg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "gg_id" text,
  "ggbh" text,
  "ggbt" text,
  "dkbh_list" text,
  "crfs" text,
  "ggnr" text,
  "ggsj" text,
  "jzsj" text,
  "lxdw" text,
  "lxr" text,
  "lxdh" text,
  "del_flag" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."landmining_td_crgg" is 'landmining_td_crgg: as delivered';

create table raw."landmining_td_jmr" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "jmr_id" text,
  "jmrlx" text,
  "mc" text,
  "zjlx" text,
  "zjhm" text,
  "fddbr" text,
  "lxr" text,
  "lxdh" text,
  "dz" text,
  "del_flag" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."landmining_td_jmr" is 'landmining_td_jmr: as delivered';

create table raw."landmining_td_cj" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "cj_id" text,
  "dk_id" text,
  "jmr_id" text,
  "jmh" text,
  "srr_mc" text,
  "cjj" text,
  "cjj_dw" text,
  "cjrq" text,
  "cjmj" text,
  "cjmj_dw" text,
  "bz" text,
  "del_flag" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."landmining_td_cj" is 'landmining_td_cj: as delivered';

create table raw."landmining_kq_kyq" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "kq_id" text,
  "kqlx" text,
  "xkzh" text,
  "xmmc" text,
  "kz_dm" text,
  "kz_mc" text,
  "mj" text,
  "zb" text,
  "xzqdm" text,
  "dlwz" text,
  "yxq_q" text,
  "yxq_z" text,
  "del_flag" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."landmining_kq_kyq" is 'landmining_kq_kyq: as delivered';

create table raw."landmining_kq_crgg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "gg_id" text,
  "kq_id" text,
  "ggbt" text,
  "crfs" text,
  "crnx" text,
  "qsj" text,
  "ggnr" text,
  "ggsj" text,
  "del_flag" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."landmining_kq_crgg" is 'landmining_kq_crgg: as delivered';

create table raw."landmining_kq_cjjg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "jg_id" text,
  "kq_id" text,
  "jmr_id" text,
  "jdr_mc" text,
  "cjj" text,
  "cjsj" text,
  "jnfs" text,
  "del_flag" text,
  "updated_at" text,
  primary key (_source_key, _hash)
);
comment on table raw."landmining_kq_cjjg" is 'landmining_kq_cjjg: as delivered';

create table raw."construction_qy_jbxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "qyID" text,
  "qymc" text,
  "zzjgdm" text,
  "yyzzzch" text,
  "fddbr" text,
  "fddbr_ryid" text,
  "zczb" text,
  "clrq" text,
  "ProvinceID" text,
  "County" text,
  "xxdz" text,
  "lxr" text,
  "lxdh" text,
  "khyh" text,
  "yhzh" text,
  "DataState" text,
  "tag" text,
  "xgr" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_qy_jbxx" is 'construction_qy_jbxx: as delivered';

create table raw."construction_qy_zz" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZZID" text,
  "qyID" text,
  "ZZXL" text,
  "ZZLX" text,
  "ZZDJID" text,
  "ZZDJ" text,
  "ZSBH" text,
  "YXQZ" text,
  "DataState" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_qy_zz" is 'construction_qy_zz: as delivered';

create table raw."construction_ry_zcry" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ryID" text,
  "xm" text,
  "zjlxID" text,
  "zjlx" text,
  "xb" text,
  "qyID" text,
  "zclb" text,
  "zch" text,
  "zy" text,
  "yddh" text,
  "DataState" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_ry_zcry" is 'construction_ry_zcry: as delivered';

create table raw."construction_xy_pf" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "PFID" text,
  "qyID" text,
  "ND" text,
  "DF" text,
  "DJ" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_xy_pf" is 'construction_xy_pf: as delivered';

create table raw."construction_zj_jbxx" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZJID" text,
  "xm" text,
  "xb" text,
  "zjhm" text,
  "csrq" text,
  "gzdw" text,
  "zc" text,
  "xl" text,
  "yddh" text,
  "dz" text,
  "ZYDM" text,
  "ZYMC" text,
  "rkrq" text,
  "zt" text,
  "DataState" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_zj_jbxx" is 'construction_zj_jbxx: as delivered';

create table raw."construction_gc_zbxm" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZBXMID" text,
  "ZBXMBH" text,
  "XMMC" text,
  "TZXMDM" text,
  "XMLX" text,
  "ZBFS" text,
  "ZBZZXS" text,
  "ZBRMC" text,
  "ZBRDM" text,
  "ZBDLMC" text,
  "ZBDLDM" text,
  "XZQHDM" text,
  "ZTZ" text,
  "LXRQ" text,
  "DataState" text,
  "tag" text,
  "xgr" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_gc_zbxm" is 'construction_gc_zbxm: as delivered';

create table raw."construction_gc_bd" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "BDID" text,
  "ZBXMID" text,
  "BDBH" text,
  "BDMC" text,
  "BDFL" text,
  "GSJ" text,
  "BZ_DM" text,
  "GQ" text,
  "ZZYQ" text,
  "ZT" text,
  "DataState" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_gc_bd" is 'construction_gc_bd: as delivered';

create table raw."construction_gc_gg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "GGID" text,
  "ZBXMID" text,
  "BT" text,
  "GGLX" text,
  "NR" text,
  "FBSJ" text,
  "KBSJ" text,
  "DataState" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_gc_gg" is 'construction_gc_gg: as delivered';

create table raw."construction_gc_kbjl" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "KBID" text,
  "BDID" text,
  "KBSJ" text,
  "KBDD" text,
  "ZCR" text,
  "TBRSL" text,
  "JLNR" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_gc_kbjl" is 'construction_gc_kbjl: as delivered';

create table raw."construction_gc_tb" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "TBID" text,
  "BDID" text,
  "qyID" text,
  "TBRMC" text,
  "TBBJ" text,
  "XMJL" text,
  "XMJL_ZJH" text,
  "BZJ" text,
  "DJSJ" text,
  "DataState" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_gc_tb" is 'construction_gc_tb: as delivered';

create table raw."construction_gc_hxr" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "HXRID" text,
  "BDID" text,
  "PX" text,
  "qyID" text,
  "HXRMC" text,
  "TBBJ" text,
  "PBDF" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_gc_hxr" is 'construction_gc_hxr: as delivered';

create table raw."construction_gc_zbjg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZBID" text,
  "BDID" text,
  "qyID" text,
  "ZBRMC" text,
  "ZBJ" text,
  "XMJL" text,
  "ZBRQ" text,
  "DataState" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_gc_zbjg" is 'construction_gc_zbjg: as delivered';

create table raw."construction_gc_ht" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "HTID" text,
  "BDID" text,
  "HTBH" text,
  "HTMC" text,
  "HTJE" text,
  "HTJE_DW" text,
  "QDRQ" text,
  "DataState" text,
  "xgrqsj" text,
  primary key (_source_key, _hash)
);
comment on table raw."construction_gc_ht" is 'construction_gc_ht: as delivered';

create table raw."transport_jt_xm" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "XM_ID" text,
  "XM_BH" text,
  "XM_MC" text,
  "TZXMDM" text,
  "ZBR_MC" text,
  "ZBDL_MC" text,
  "XMLB" text,
  "ZBFS" text,
  "SZDQ" text,
  "GSJE" text,
  "GSJE_DW" text,
  "LXRQ" text,
  "ZT" text,
  "INSERT_TIME" text,
  "DELETE_FLAG" text,
  primary key (_source_key, _hash)
);
comment on table raw."transport_jt_xm" is 'transport_jt_xm: as delivered';

create table raw."transport_jt_bd" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "BD_ID" text,
  "XM_ID" text,
  "BD_MC" text,
  "BD_LX" text,
  "KZJ" text,
  "KZJ_DW" text,
  "GQ" text,
  "KBSJ" text,
  "INSERT_TIME" text,
  primary key (_source_key, _hash)
);
comment on table raw."transport_jt_bd" is 'transport_jt_bd: as delivered';

create table raw."transport_jt_gg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "GG_ID" text,
  "XM_ID" text,
  "GG_BT" text,
  "GG_LX" text,
  "GG_NR" text,
  "FB_SJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."transport_jt_gg" is 'transport_jt_gg: as delivered';

create table raw."transport_jt_tbr" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "TBR_ID" text,
  "TBR_MC" text,
  "TBR_DM" text,
  "FDDBR" text,
  "LXR" text,
  "LXDH" text,
  "DZ" text,
  "ZCZJ" text,
  "ZZDJ" text,
  "INSERT_TIME" text,
  "DELETE_FLAG" text,
  primary key (_source_key, _hash)
);
comment on table raw."transport_jt_tbr" is 'transport_jt_tbr: as delivered';

create table raw."transport_jt_tb" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "TB_ID" text,
  "BD_ID" text,
  "TBR_ID" text,
  "TBR_MC" text,
  "TBBJ" text,
  "TBBJ_DW" text,
  "XMFZR" text,
  "PM" text,
  "INSERT_TIME" text,
  primary key (_source_key, _hash)
);
comment on table raw."transport_jt_tb" is 'transport_jt_tb: as delivered';

create table raw."transport_jt_zj" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZJ_ID" text,
  "BD_ID" text,
  "ZJ_XM" text,
  "SFZH" text,
  "GZDW" text,
  "LXDH" text,
  "ZY" text,
  "ZC" text,
  "SFZZ" text,
  "CSSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."transport_jt_zj" is 'transport_jt_zj: as delivered';

create table raw."transport_jt_zbjg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "JG_ID" text,
  "BD_ID" text,
  "ZBR_MC" text,
  "ZBJ" text,
  "ZBJ_DW" text,
  "XMFZR" text,
  "ZBRQ" text,
  primary key (_source_key, _hash)
);
comment on table raw."transport_jt_zbjg" is 'transport_jt_zbjg: as delivered';

create table raw."transport_jt_xypj" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "PJ_ID" text,
  "QY_MC" text,
  "QY_DM" text,
  "PJ_ND" text,
  "PJ_DJ" text,
  "PJ_DF" text,
  "FBRQ" text,
  primary key (_source_key, _hash)
);
comment on table raw."transport_jt_xypj" is 'transport_jt_xypj: as delivered';
