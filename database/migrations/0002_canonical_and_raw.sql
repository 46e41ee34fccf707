-- Generated from the schemas and stream contracts (npm run generate), then reviewed.

create table canonical.parties (
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
  "former_name" text,
  "party_type" text,
  "party_role" text,
  "legal_code" text,
  "uscc" text,
  "organization_code" text,
  "registration_number" text,
  "id_number" text,
  "licence_number" text,
  "budget_unit_code" text,
  "legal_representative" text,
  "registered_capital" numeric(24,6),
  "division_code" text,
  "address" text,
  "contact_name" text,
  "contact_phone" text,
  "bank_name" text,
  "bank_account" text,
  "listed_on" date,
  "registered_at" timestamp,
  "status" text,
  "modified_at" timestamp
);
create index parties_source on canonical.parties (source_key, stream);
comment on table canonical.parties is '交易主体';
comment on column canonical.parties."name" is '法人名称 [100.LEGAL_NAME]';
comment on column canonical.parties."former_name" is '曾用名';
comment on column canonical.parties."party_type" is '法人类别 [100.BIDDER_CODE_TYPE]';
comment on column canonical.parties."party_role" is '法人角色 [100.LEGAL_ROLE]';
comment on column canonical.parties."legal_code" is '法人代码 [100.LEGAL_CODE, 106.LEGAL_CODE, 115.LEGAL_CODE]';
comment on column canonical.parties."uscc" is '统一社会信用代码';
comment on column canonical.parties."organization_code" is '组织机构代码 [100.ORGAN_NO]';
comment on column canonical.parties."registration_number" is '工商注册号';
comment on column canonical.parties."id_number" is '身份证号';
comment on column canonical.parties."licence_number" is '营业执照号码 [100.LICENSE_NO]';
comment on column canonical.parties."budget_unit_code" is '预算单位编码';
comment on column canonical.parties."legal_representative" is '法定代表人姓名 [100.LEGAL_REPRESENT]';
comment on column canonical.parties."registered_capital" is '注册资本 [100.REG_CAPITAL]';
comment on column canonical.parties."division_code" is '行政区域代码 [100.REGION_CODE]';
comment on column canonical.parties."address" is '法人机构地址 [100.LEGAL_UNIT_ADDRESS]';
comment on column canonical.parties."contact_name" is '联系人 [100.LEGAL_CONTACT]';
comment on column canonical.parties."contact_phone" is '联系人电话 [100.LEGAL_CONTACT_PHONE]';
comment on column canonical.parties."bank_name" is '基本户开户银行 [100.BASIC_BANK]';
comment on column canonical.parties."bank_account" is '基本户账号 [100.BASIC_ACCOUNT_NO]';
comment on column canonical.parties."listed_on" is '名录登记日期';
comment on column canonical.parties."registered_at" is '注册时间';
comment on column canonical.parties."status" is '法人业务状态 [100.LEGAL_STATUS]';
comment on column canonical.parties."modified_at" is '数据时间戳 [100.DATA_TIMESTAMP]';

create table canonical.party_mentions (
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
  "former_name" text,
  "party_role" text,
  "legal_code" text,
  "uscc" text,
  "organization_code" text,
  "registration_number" text,
  "id_number" text,
  "party_id" uuid
);
create index party_mentions_source on canonical.party_mentions (source_key, stream);
comment on table canonical.party_mentions is '主体提及';
comment on column canonical.party_mentions."name" is '名称';
comment on column canonical.party_mentions."former_name" is '曾用名';
comment on column canonical.party_mentions."party_role" is '角色';
comment on column canonical.party_mentions."legal_code" is '主体代码';
comment on column canonical.party_mentions."uscc" is '统一社会信用代码';
comment on column canonical.party_mentions."organization_code" is '组织机构代码';
comment on column canonical.party_mentions."registration_number" is '工商注册号';
comment on column canonical.party_mentions."id_number" is '身份证号';
comment on column canonical.party_mentions."party_id" is '名录中的主体';

create table canonical.experts (
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
  "expert_number" text,
  "name" text,
  "gender" text,
  "id_number" text,
  "birth_date" date,
  "education" text,
  "title" text,
  "employer" text,
  "duty" text,
  "employed" boolean,
  "mobile" text,
  "other_phone" text,
  "address" text,
  "division_code" text,
  "entered_at" timestamp,
  "base_type" text,
  "status" text,
  "modified_at" timestamp
);
create index experts_source on canonical.experts (source_key, stream);
comment on table canonical.experts is '专家';
comment on column canonical.experts."expert_number" is '专家编号';
comment on column canonical.experts."name" is '专家姓名 [213.EXPERT_NAME, 212.EXPERT_NAME]';
comment on column canonical.experts."gender" is '性别 [213.SEX]';
comment on column canonical.experts."id_number" is '专家身份证件号码 [213.ID_CARD]';
comment on column canonical.experts."birth_date" is '出生日期 [213.BIRTHDAY]';
comment on column canonical.experts."education" is '最高学历 [213.EDUCATION]';
comment on column canonical.experts."title" is '职称 [213.PROFESSIONAL]';
comment on column canonical.experts."employer" is '当前工作单位 [213.COMPANY]';
comment on column canonical.experts."duty" is '职务 [213.DUTY]';
comment on column canonical.experts."employed" is '是否在职 [213.ONWORK]';
comment on column canonical.experts."mobile" is '手机 [213.PHONE_NUMBER]';
comment on column canonical.experts."other_phone" is '其他联系方式 [213.OTHER_NUMBER]';
comment on column canonical.experts."address" is '通讯地址 [213.POST_ADDRESS]';
comment on column canonical.experts."division_code" is '所在地区 [213.AREA]';
comment on column canonical.experts."entered_at" is '入库时间 [213.ENTER_DATE]';
comment on column canonical.experts."base_type" is '专家库类别 [213.BASE_TYPE]';
comment on column canonical.experts."status" is '是否可用 [213.DMISSON]';
comment on column canonical.experts."modified_at" is '数据时间戳 [213.DATA_TIMESTAMP]';

create table canonical.expert_specialties (
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
  "classification" text,
  "code" text,
  "name" text,
  "is_main" boolean
);
create index expert_specialties_source on canonical.expert_specialties (source_key, stream);
comment on table canonical.expert_specialties is '专家专业';
comment on column canonical.expert_specialties."expert_id" is '专家';
comment on column canonical.expert_specialties."classification" is '专业分类标准';
comment on column canonical.expert_specialties."code" is '参评专业编号 [213.MAJOR_CODE]';
comment on column canonical.expert_specialties."name" is '专业名称';
comment on column canonical.expert_specialties."is_main" is '是否主评专业 [213.IS_MAIN]';

create table canonical.purchase_projects (
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
  "investment_code" text,
  "procurement_class" text,
  "method" text,
  "organize_form" text,
  "purchaser_name" text,
  "purchaser_id" uuid,
  "agency_name" text,
  "agency_id" uuid,
  "budget" numeric(24,6),
  "fund_source" text,
  "division_code" text,
  "status" text,
  "created_at" timestamp,
  "modified_at" timestamp
);
create index purchase_projects_source on canonical.purchase_projects (source_key, stream);
comment on table canonical.purchase_projects is '采购项目';
comment on column canonical.purchase_projects."code" is '采购项目编号 [550.PURCHASE_PROJECT_CODE]';
comment on column canonical.purchase_projects."name" is '采购项目名称 [550.PURCHASE_PROJECT_NAME]';
comment on column canonical.purchase_projects."investment_code" is '投资项目统一代码 [550.INVEST_PROJECT_CODE]';
comment on column canonical.purchase_projects."procurement_class" is '采购项目类型 [550.TENDER_PROJECT_TYPE]';
comment on column canonical.purchase_projects."method" is '采购方式 [550.PURCHASER_MODE]';
comment on column canonical.purchase_projects."organize_form" is '采购组织形式 [550.PURCHASER_ORGANIZE_FORM]';
comment on column canonical.purchase_projects."purchaser_name" is '采购人名称 [550.PURCHASER_NAME]';
comment on column canonical.purchase_projects."purchaser_id" is '采购人';
comment on column canonical.purchase_projects."agency_name" is '采购代理机构名称 [550.PURCHASER_AGENCY_NAME]';
comment on column canonical.purchase_projects."agency_id" is '采购代理机构';
comment on column canonical.purchase_projects."budget" is '项目预算 [550.PROGRAM_BUDGET]';
comment on column canonical.purchase_projects."fund_source" is '资金来源';
comment on column canonical.purchase_projects."division_code" is '采购项目子包所在行政区域代码 [550.REGION_CODE]';
comment on column canonical.purchase_projects."status" is '状态';
comment on column canonical.purchase_projects."created_at" is '项目创建时间 [550.CREATE_TIME]';
comment on column canonical.purchase_projects."modified_at" is '数据时间戳 [550.DATA_TIMESTAMP]';

create table canonical.purchase_packages (
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
  "code" text,
  "name" text,
  "item_class_code" text,
  "budget" numeric(24,6),
  "status" text,
  "modified_at" timestamp
);
create index purchase_packages_source on canonical.purchase_packages (source_key, stream);
comment on table canonical.purchase_packages is '采购分包';
comment on column canonical.purchase_packages."project_id" is '采购项目编号 [550.PURCHASE_PROJECT_CODE]';
comment on column canonical.purchase_packages."code" is '采购项目子包编号 [550.PURCHASE_SECTION_CODE]';
comment on column canonical.purchase_packages."name" is '采购项目子包名称 [550.PURCHASE_SECTION_NAME]';
comment on column canonical.purchase_packages."item_class_code" is '品目代码';
comment on column canonical.purchase_packages."budget" is '项目预算 [550.PROGRAM_BUDGET]';
comment on column canonical.purchase_packages."status" is '状态';
comment on column canonical.purchase_packages."modified_at" is '数据时间戳 [550.DATA_TIMESTAMP]';

create table canonical.purchase_notices (
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
  "notice_type" text,
  "title" text,
  "body" text,
  "published_at" timestamp,
  "bids_close_at" timestamp
);
create index purchase_notices_source on canonical.purchase_notices (source_key, stream);
comment on table canonical.purchase_notices is '采购公告';
comment on column canonical.purchase_notices."project_id" is '采购项目编号 [551.PURCHASE_PROJECT_CODE]';
comment on column canonical.purchase_notices."notice_type" is '公告类型';
comment on column canonical.purchase_notices."title" is '公告标题 [551.BULLETIN_TITLE, 552.TERMINATION_BULLETIN_TITLE, 553.WIN_BID_BULLETIN_TITLE]';
comment on column canonical.purchase_notices."body" is '公告内容 [551.BULLETIN_CONTENT, 552.TERMINATION_BULLETIN_CONTENT, 553.WIN_BID_BULLETIN_CONTENT]';
comment on column canonical.purchase_notices."published_at" is '公告发布时间 [551.BULLETIN_START_TIME, 552.MODIFICATION_START_TIME]';
comment on column canonical.purchase_notices."bids_close_at" is '投标（提交响应文件）截止时间 [551.BID_CLOSING_TIME, 552.POST_BID_CLOSING_TIME]';

create table canonical.purchase_bids (
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
  "package_id" uuid,
  "bidder_name" text,
  "bidder_id" uuid,
  "price" numeric(24,6),
  "deposit" numeric(24,6),
  "submitted_at" timestamp,
  "score" numeric(24,10)
);
create index purchase_bids_source on canonical.purchase_bids (source_key, stream);
comment on table canonical.purchase_bids is '投标响应';
comment on column canonical.purchase_bids."package_id" is '采购项目子包编号 [557.PURCHASE_SECTION_CODE]';
comment on column canonical.purchase_bids."bidder_name" is '供应商名称 [557.BIDDER_NAME]';
comment on column canonical.purchase_bids."bidder_id" is '供应商代码 [557.BIDDER_ORG_CODE]';
comment on column canonical.purchase_bids."price" is '报价金额 [557.BID_PRICE]';
comment on column canonical.purchase_bids."deposit" is '保证金';
comment on column canonical.purchase_bids."submitted_at" is '递交时间';
comment on column canonical.purchase_bids."score" is '评审得分';

create table canonical.purchase_awards (
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
  "package_id" uuid,
  "winner_name" text,
  "winner_id" uuid,
  "amount" numeric(24,6),
  "announced_at" timestamp
);
create index purchase_awards_source on canonical.purchase_awards (source_key, stream);
comment on table canonical.purchase_awards is '中标成交结果';
comment on column canonical.purchase_awards."package_id" is '采购项目子包编号 [553.PURCHASE_SECTION_CODE]';
comment on column canonical.purchase_awards."winner_name" is '中标（成交）供应商名称 [553.WINNINGBIDDER_NAME]';
comment on column canonical.purchase_awards."winner_id" is '中标（成交）供应商代码 [553.WINNINGBIDDER_CODE]';
comment on column canonical.purchase_awards."amount" is '中标（成交）价格 [553.WIN_BID_PRICE]';
comment on column canonical.purchase_awards."announced_at" is '首次公告时间 [553.WIN_BID_BULLETIN_START_TIME]';

create table canonical.purchase_contracts (
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
  "package_id" uuid,
  "number" text,
  "name" text,
  "amount" numeric(24,6),
  "term_days" integer,
  "signed_at" timestamp
);
create index purchase_contracts_source on canonical.purchase_contracts (source_key, stream);
comment on table canonical.purchase_contracts is '采购合同';
comment on column canonical.purchase_contracts."package_id" is '采购项目子包编号 [554.PURCHASE_SECTION_CODE]';
comment on column canonical.purchase_contracts."number" is '合同编号';
comment on column canonical.purchase_contracts."name" is '合同名称 [554.CONTRACT_NAME]';
comment on column canonical.purchase_contracts."amount" is '合同金额 [554.CONTRACT_AMOUNT]';
comment on column canonical.purchase_contracts."term_days" is '合同期限 [554.CONTRACT_TERM]';
comment on column canonical.purchase_contracts."signed_at" is '合同签署时间 [554.SIGNING_TIME]';

create table canonical.procurement_queries (
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
  "query_type" text,
  "submitted_by" text,
  "content" text,
  "registered_at" timestamp,
  "answer" text,
  "status" text
);
create index procurement_queries_source on canonical.procurement_queries (source_key, stream);
comment on table canonical.procurement_queries is '政府采购质疑投诉档案';
comment on column canonical.procurement_queries."project_id" is '采购项目';
comment on column canonical.procurement_queries."query_type" is '类型';
comment on column canonical.procurement_queries."submitted_by" is '提出人';
comment on column canonical.procurement_queries."content" is '内容';
comment on column canonical.procurement_queries."registered_at" is '登记时间';
comment on column canonical.procurement_queries."answer" is '答复';
comment on column canonical.procurement_queries."status" is '状态';

create table canonical.asset_listings (
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
  "asset_class" text,
  "seller_name" text,
  "seller_code" text,
  "appraised_value" numeric(24,6),
  "listed_price" numeric(24,6),
  "listed_on" date,
  "listing_days" integer,
  "method" text,
  "status" text,
  "notes" text
);
create index asset_listings_source on canonical.asset_listings (source_key, stream);
comment on table canonical.asset_listings is '实物资产挂牌';
comment on column canonical.asset_listings."code" is '项目编号 [700.PROJECT_CODE]';
comment on column canonical.asset_listings."name" is '标的名称 [700.BID_NAME]';
comment on column canonical.asset_listings."asset_class" is '资产类别（实物） [700.PROJECT_TYPE]';
comment on column canonical.asset_listings."seller_name" is '转让方名称 [700.SELLER_NAME]';
comment on column canonical.asset_listings."seller_code" is '转让方代码 [700.SELLER_CODE]';
comment on column canonical.asset_listings."appraised_value" is '评估值';
comment on column canonical.asset_listings."listed_price" is '挂牌价格 [700.PROJECT_PRICE]';
comment on column canonical.asset_listings."listed_on" is '挂牌日期 [700.PUBLISH_DATE]';
comment on column canonical.asset_listings."listing_days" is '挂牌期间 [700.PUBLISH_DURATION]';
comment on column canonical.asset_listings."method" is '交易方式 [700.PRE_EXCHANGE_TYPE]';
comment on column canonical.asset_listings."status" is '状态';
comment on column canonical.asset_listings."notes" is '转让说明事项 [700.TRANSFER_NOTES]';

create table canonical.equity_listings (
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
  "company_name" text,
  "company_code" text,
  "percent" numeric(24,10),
  "seller_name" text,
  "seller_code" text,
  "appraised_net_assets" numeric(24,6),
  "listed_price" numeric(24,6),
  "listed_on" date,
  "status" text,
  "notes" text
);
create index equity_listings_source on canonical.equity_listings (source_key, stream);
comment on table canonical.equity_listings is '股权挂牌';
comment on column canonical.equity_listings."code" is '项目编号 [750.PROJECT_CODE]';
comment on column canonical.equity_listings."company_name" is '转让标的企业名称 [751.SUBJECT_COMPANY_NAME]';
comment on column canonical.equity_listings."company_code" is '标的企业社会信用代码/组织机构代码 [751.SUBJECT_COMPANY_CODE]';
comment on column canonical.equity_listings."percent" is '转让比例 [750.TOTAL_PERCENT, 751.SELL_PERCENT]';
comment on column canonical.equity_listings."seller_name" is '转让方名称 [750.SELLER_NAME]';
comment on column canonical.equity_listings."seller_code" is '转让方代码 [750.SELLER_CODE]';
comment on column canonical.equity_listings."appraised_net_assets" is '净资产评估值';
comment on column canonical.equity_listings."listed_price" is '挂牌价格 [750.PROJECT_PRICE]';
comment on column canonical.equity_listings."listed_on" is '挂牌日期 [750.PUBLISH_DATE]';
comment on column canonical.equity_listings."status" is '状态';
comment on column canonical.equity_listings."notes" is '备注';

create table canonical.property_deals (
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
  "asset_listing_id" uuid,
  "equity_listing_id" uuid,
  "name" text,
  "buyer_name" text,
  "buyer_code" text,
  "amount" numeric(24,6),
  "dealt_on" date,
  "method" text
);
create index property_deals_source on canonical.property_deals (source_key, stream);
comment on table canonical.property_deals is '产权成交结果';
comment on column canonical.property_deals."code" is '项目编号 [701.PROJECT_CODE, 753.PROJECT_CODE]';
comment on column canonical.property_deals."asset_listing_id" is '实物资产挂牌';
comment on column canonical.property_deals."equity_listing_id" is '股权挂牌';
comment on column canonical.property_deals."name" is '标的名称 [701.BID_NAME, 753.BID_NAME]';
comment on column canonical.property_deals."buyer_name" is '受让方名称 [701.SELLER_NAME, 753.SELLER_NAME]';
comment on column canonical.property_deals."buyer_code" is '受让方代码 [701.SELLER_CODE, 753.SELLER_CODE]';
comment on column canonical.property_deals."amount" is '成交金额 [701.TRADE_VALUE, 753.TRADE_VALUE]';
comment on column canonical.property_deals."dealt_on" is '成交日期 [701.TRADE_DATE, 753.TRADE_DATE]';
comment on column canonical.property_deals."method" is '交易方式 [701.EXCHANGE_TYPE, 753.EXCHANGE_TYPE]';

create table raw."procurement_cg_cgr" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "CGRID" text,
  "DWMC" text,
  "XYDM" text,
  "YSDM" text,
  "FZR" text,
  "LXR" text,
  "LXDH" text,
  "DZ" text,
  "XZQHDM" text,
  "ZT" text,
  "XGSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_cgr" is 'procurement_cg_cgr: as delivered';

create table raw."procurement_cg_dljg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "DLID" text,
  "JGMC" text,
  "XYDM" text,
  "FDDBR" text,
  "LXR" text,
  "LXDH" text,
  "DZ" text,
  "ZCZB" text,
  "MLRQ" text,
  "ZT" text,
  "XGSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_dljg" is 'procurement_cg_dljg: as delivered';

create table raw."procurement_cg_gys" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "GYSID" text,
  "GYSLX" text,
  "MC" text,
  "XYDM" text,
  "YYZZH" text,
  "FDDBR" text,
  "ZCZB" text,
  "DZ" text,
  "XZQHDM" text,
  "LXR" text,
  "LXDH" text,
  "KHH" text,
  "ZH" text,
  "IS_DEL" text,
  "ZCSJ" text,
  "XGSJ" text,
  "EXT1" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_gys" is 'procurement_cg_gys: as delivered';

create table raw."procurement_cg_zj" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZJID" text,
  "ZJBH" text,
  "XM" text,
  "XMPY" text,
  "XB" text,
  "SFZH" text,
  "CSRQ" text,
  "XL" text,
  "ZC" text,
  "GZDW" text,
  "ZW" text,
  "SFZZ" text,
  "SJ" text,
  "DH" text,
  "DZ" text,
  "XZQHDM" text,
  "RKSJ" text,
  "ZT" text,
  "XGSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_zj" is 'procurement_cg_zj: as delivered';

create table raw."procurement_cg_zj_zy" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZJID" text,
  "PMDM" text,
  "PMMC" text,
  "SFZP" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_zj_zy" is 'procurement_cg_zj_zy: as delivered';

create table raw."procurement_cg_xm" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "XMID" text,
  "XMBH" text,
  "XMMC" text,
  "CGRID" text,
  "CGR_MC" text,
  "CGDLID" text,
  "CGDL_MC" text,
  "XMLB" text,
  "CGFS" text,
  "CGFS_MC" text,
  "ZZXS" text,
  "YSJE" text,
  "ZJLY" text,
  "XZQHDM" text,
  "TZXMDM" text,
  "LXSJ" text,
  "ZT" text,
  "IS_DEL" text,
  "CZR" text,
  "XGSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_xm" is 'procurement_cg_xm: as delivered';

create table raw."procurement_cg_fb" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "FBID" text,
  "XMID" text,
  "FBBH" text,
  "FBMC" text,
  "PMDM" text,
  "YSJE" text,
  "ZT" text,
  "XGSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_fb" is 'procurement_cg_fb: as delivered';

create table raw."procurement_cg_gg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "GGID" text,
  "XMID" text,
  "GGLX" text,
  "BT" text,
  "NR" text,
  "FBSJ" text,
  "JZSJ" text,
  "IS_DEL" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_gg" is 'procurement_cg_gg: as delivered';

create table raw."procurement_cg_tb" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "TBID" text,
  "FBID" text,
  "GYSID" text,
  "GYS_MC" text,
  "BJ" text,
  "BZJ" text,
  "TBSJ" text,
  "PSDF" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_tb" is 'procurement_cg_tb: as delivered';

create table raw."procurement_cg_zbjg" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "JGID" text,
  "FBID" text,
  "GYSID" text,
  "GYS_MC" text,
  "CJJE" text,
  "CJJE_DX" text,
  "GGSJ" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_zbjg" is 'procurement_cg_zbjg: as delivered';

create table raw."procurement_cg_ht" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "HTID" text,
  "FBID" text,
  "HTBH" text,
  "HTMC" text,
  "HTJE" text,
  "QDSJ" text,
  "HTQX" text,
  "IS_DEL" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_ht" is 'procurement_cg_ht: as delivered';

create table raw."procurement_cg_zyts" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "ZYID" text,
  "XMID" text,
  "LX" text,
  "TCR" text,
  "NR" text,
  "DJSJ" text,
  "DFNR" text,
  "ZT" text,
  primary key (_source_key, _hash)
);
comment on table raw."procurement_cg_zyts" is 'procurement_cg_zyts: as delivered';

create table raw."stateassets_转受让方名录" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "编号" text,
  "类型" text,
  "名称" text,
  "代码" text,
  "法定代表人" text,
  "联系人" text,
  "联系电话" text,
  "地址" text,
  primary key (_source_key, _hash)
);
comment on table raw."stateassets_转受让方名录" is 'stateassets_转受让方名录: as delivered';

create table raw."stateassets_实物资产挂牌" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "序号" text,
  "项目编号" text,
  "标的名称" text,
  "资产类别" text,
  "转让方名称" text,
  "转让方代码" text,
  "评估值" text,
  "挂牌价" text,
  "挂牌日期" text,
  "挂牌期间" text,
  "交易方式" text,
  "状态" text,
  "备注" text,
  primary key (_source_key, _hash)
);
comment on table raw."stateassets_实物资产挂牌" is 'stateassets_实物资产挂牌: as delivered';

create table raw."stateassets_股权挂牌" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "序号" text,
  "项目编号" text,
  "标的企业名称" text,
  "标的企业代码" text,
  "转让比例" text,
  "转让方名称" text,
  "转让方代码" text,
  "净资产评估值" text,
  "挂牌价" text,
  "挂牌日期" text,
  "状态" text,
  "备注" text,
  primary key (_source_key, _hash)
);
comment on table raw."stateassets_股权挂牌" is 'stateassets_股权挂牌: as delivered';

create table raw."stateassets_成交结果" (
  _source_key text not null,
  _hash uuid not null,
  _state text not null,
  _deleted boolean not null,
  _position text not null,
  _first_run text not null,
  _last_run text,
  "序号" text,
  "项目编号" text,
  "标的名称" text,
  "受让方名称" text,
  "受让方代码" text,
  "成交价" text,
  "成交日期" text,
  "交易方式" text,
  primary key (_source_key, _hash)
);
comment on table raw."stateassets_成交结果" is 'stateassets_成交结果: as delivered';
