import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { writeDraftMail } from '../../electron/io/draftMail.ts';

const NAME = `退回-${'西峡县市场监督管理局（知识产权局）'.repeat(3)}-“双公示”'s (1)-2022年第17周.xlsx`;
const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 256);
const mail = {
  to: ['li@example.cn', 'wang@example.cn'],
  subject: `退回：${'2022年第17周（4月25日—5月1日）“双公示”信用信息'.repeat(2)}𬭎`,
  text: '西峡县市场监督管理局：\n\n现予退回。\n.\n',
  attachments: [
    { name: NAME, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes },
    { name: '退回通知.docx', type: 'application/octet-stream', bytes: new Uint8Array() },
  ],
};

describe('a draft mail', async () => {
  const source = writeDraftMail(mail);
  const read = await PostalMime.parse(source);

  it('opens unsent, with the addresses, the subject and the text as they are', () => {
    expect(read.headers.find((header) => header.key === 'x-unsent')?.value).toBe('1');
    expect(read.to?.map((one) => one.address)).toEqual(mail.to);
    expect(read.subject).toBe(mail.subject);
    expect(read.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(mail.text.trimEnd());
  });

  it('carries its attachments byte for byte under their Chinese names', () => {
    expect(read.attachments.map((one) => one.filename)).toEqual([NAME, '退回通知.docx']);
    expect(read.attachments.map((one) => Buffer.from(one.content as ArrayBuffer))).toEqual([
      Buffer.from(bytes),
      Buffer.alloc(0),
    ]);
  });

  it('is plain ASCII in short lines, each ended by CR LF', () => {
    expect(source).toMatch(/^[\x20-\x7E\r\n]+$/u);
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('lets no address add headers, and may be left unaddressed', () => {
    const sly = writeDraftMail({ ...mail, to: ['a@example.cn\r\nBcc: b@example.cn'] });
    expect(sly).not.toMatch(/^Bcc/mu);
    expect(writeDraftMail({ ...mail, to: [] })).not.toMatch(/^To:/mu);
  });
});
