/** A file attached to a published notice; the path is that of the old file server. */
import { defineEntity } from '../entity.ts';
import { decimal, identifier, reference, text, timestamp } from '../field.ts';

export const Attachment = defineEntity({
  name: 'attachment',
  table: 'attachments',
  zh: '附件',
  en: 'attachment',
  dataSets: ['503'],
  fields: {
    noticeId: reference('published_notice', { national: '503.ATTACHMENT_CODE' }),
    fileName: text({ zh: '文件名' }),
    path: text({ zh: '文件路径' }),
    sizeBytes: decimal({ zh: '文件大小（字节）' }),
    md5: identifier({ zh: 'MD5摘要' }),
    uploadedAt: timestamp({ zh: '上传时间' }),
  },
});
