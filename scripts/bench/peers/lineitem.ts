/**
 * A system of the benchmark alone: TPC-H's order lines, many narrow rows with a key of two columns. Declared as a centre
 * is, so that its records are validated, hashed, kept raw and accounted for like any other.
 */
import { defineStream } from '../../../connectors/stream.ts';
import type { Database } from '../../../database/connection.ts';
import { canonicalDdl, rawDdl } from '../../../database/ddl.ts';
import { defineMapping, part } from '../../../mappings/mapping.ts';
import { takeFrom } from '../../../mappings/take/index.ts';
import type { SystemDeclaration } from '../../../pipelines/system.ts';
import { defineEntity } from '../../../schemas/entity.ts';
import { date, decimal, identifier, integer, money, text } from '../../../schemas/field.ts';

const SYSTEM = 'bench';

export const LINEITEM = defineStream({
  name: 'lineitem',
  label: '订单行',
  version: 1,
  columns: {
    l_orderkey: { type: 'bigint', label: '订单' },
    l_partkey: { type: 'bigint', label: '零件' },
    l_suppkey: { type: 'bigint', label: '供应商' },
    l_linenumber: { type: 'integer', label: '行号' },
    l_quantity: { type: 'numeric(15,2)', label: '数量' },
    l_extendedprice: { type: 'numeric(15,2)', label: '金额' },
    l_discount: { type: 'numeric(15,2)', label: '折扣' },
    l_tax: { type: 'numeric(15,2)', label: '税率' },
    l_returnflag: { type: 'varchar(1)', label: '退货标志' },
    l_linestatus: { type: 'varchar(1)', label: '行状态' },
    l_shipdate: { type: 'date', label: '发货日期' },
    l_commitdate: { type: 'date', label: '承诺日期' },
    l_receiptdate: { type: 'date', label: '收货日期' },
    l_shipinstruct: { type: 'varchar(25)', label: '发货说明' },
    l_shipmode: { type: 'varchar(10)', label: '运输方式' },
    l_comment: { type: 'varchar(44)', label: '备注' },
  },
  key: ['l_orderkey', 'l_linenumber'],
  deletion: [{ by: 'absence' }],
});

const OrderLine = defineEntity({
  name: 'order_line',
  table: 'order_lines',
  zh: '订单行',
  en: 'order line',
  dataSets: [],
  fields: {
    order: identifier({ zh: '订单' }),
    part: identifier({ zh: '零件' }),
    supplier: identifier({ zh: '供应商' }),
    line: integer({ zh: '行号' }),
    quantity: decimal({ zh: '数量' }),
    price: money({ zh: '金额' }),
    discount: decimal({ zh: '折扣' }),
    tax: decimal({ zh: '税率' }),
    returned: identifier({ zh: '退货标志' }),
    status: identifier({ zh: '行状态' }),
    shippedOn: date({ zh: '发货日期' }),
    promisedOn: date({ zh: '承诺日期' }),
    receivedOn: date({ zh: '收货日期' }),
    instruction: text({ zh: '发货说明' }),
    mode: text({ zh: '运输方式' }),
    notes: text({ zh: '备注' }),
  },
});

const line = takeFrom(LINEITEM);

const orderLines = defineMapping({
  system: SYSTEM,
  stream: LINEITEM,
  version: 1,
  parts: [
    part(OrderLine, {
      order: line.identifier('l_orderkey'),
      part: line.identifier('l_partkey'),
      supplier: line.identifier('l_suppkey'),
      line: line.integer('l_linenumber'),
      quantity: line.decimal('l_quantity'),
      price: line.money('l_extendedprice', '元'),
      discount: line.decimal('l_discount'),
      tax: line.decimal('l_tax'),
      returned: line.identifier('l_returnflag'),
      status: line.identifier('l_linestatus'),
      shippedOn: line.date('l_shipdate'),
      promisedOn: line.date('l_commitdate'),
      receivedOn: line.date('l_receiptdate'),
      instruction: line.text('l_shipinstruct'),
      mode: line.text('l_shipmode'),
      notes: line.text('l_comment'),
    }),
  ],
});

export const orders: SystemDeclaration = {
  system: SYSTEM,
  label: { zh: '性能测试', en: 'benchmark' },
  platformCode: '',
  mappings: [orderLines],
  vanishLimit: 0.4,
  suggested: { connector: 'postgres', settings: {} },
};

/** Its raw and canonical tables, as a migration would make them. */
export async function createOrderTables(database: Database): Promise<void> {
  await database.query(rawDdl(SYSTEM, LINEITEM.name, Object.keys(LINEITEM.columns)));
  await database.query(canonicalDdl(OrderLine));
}
