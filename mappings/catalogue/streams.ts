/**
 * 自治区公共资源交易目录 (一张清单): the list of what must be traded on the platform, kept by the office that leads the
 * merger and handed over as one CSV file per edition.
 */
import { defineStream } from '../../connectors/stream.ts';

export const CATALOGUE = defineStream({
  name: 'catalogue',
  label: '公共资源交易目录',
  version: 1,
  columns: {
    目录编号: { type: 'C20', label: '目录编号' },
    目录版本: { type: 'C20', label: '目录版本' },
    交易事项: { type: 'C200', label: '交易事项' },
    交易类别: { type: 'C3', label: '交易类别代码' },
    范围和规模标准: { type: 'C1000', label: '范围和规模标准' },
    监管部门: { type: 'C200', label: '行业监管部门' },
    依据: { type: 'C500', label: '依据' },
    生效日期: { type: 'C20', label: '生效日期' },
    失效日期: { type: 'C20', label: '失效日期' },
  },
  // An item keeps its number through the editions; each edition is kept.
  key: ['目录编号', '目录版本'],
  deletion: [{ by: 'absence' }],
});
