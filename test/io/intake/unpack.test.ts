import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../electron/io/intake/limits.ts';
import { type Member, type Unpacked, unpack } from '../../../electron/io/intake/unpack.ts';
import { encodedWord, writeMail } from '../../fixtures/mail.ts';
import { writeZip } from '../../fixtures/zip.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'unpack '));
const into = path.join(folder, 'unpacked');
const gbk = (text: string): Buffer => iconv.encode(text, 'gb18030');
const csv = '单位,标题\n西峡县丹水镇,宣传\n';

beforeEach(() => rmSync(into, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(bytes: Uint8Array, name: string, limits = DEFAULT_LIMITS): Promise<Unpacked> {
  const file = path.join(folder, 'file');
  writeFileSync(file, bytes);
  return unpack(file, name, into, limits);
}

async function membersOf(bytes: Uint8Array, name: string): Promise<readonly Member[]> {
  const unpacked = await open(bytes, name);
  if (unpacked.kind !== 'members') throw new Error(`${unpacked.kind} ${'detail' in unpacked ? unpacked.detail : ''}`);
  return unpacked.members;
}

const namesOf = async (bytes: Uint8Array, name = 'a.zip'): Promise<string[]> =>
  (await membersOf(bytes, name)).map((member) => member.name);

describe('an archive', () => {
  it('gives its files with their bytes, without folders and what systems leave behind', async () => {
    const zip = writeZip(
      [
        { name: '4月/', data: '' },
        { name: '4月/双公示.csv', data: csv },
        { name: '__MACOSX/4月/._双公示.csv', data: 'x' },
        { name: '4月/.DS_Store', data: 'x' },
        { name: 'Thumbs.db', data: 'x' },
      ],
      { deflate: true },
    );
    const unpacked = await open(zip, '4月.zip');
    expect(unpacked).toMatchObject({
      kind: 'members',
      members: [{ name: '4月/双公示.csv', file: '0001.csv', refused: null }],
      leftInside: [
        { code: 'system_files', container: '', names: ['__MACOSX/4月/._双公示.csv', '4月/.DS_Store', 'Thumbs.db'] },
      ],
    });
    if (unpacked.kind !== 'members') throw new Error(unpacked.kind);
    expect(readFileSync(path.join(unpacked.folder, '0001.csv'), 'utf8')).toBe(csv);
  });

  it.each([
    ['GBK as Windows writes', { name: gbk('市监局 双公示（4月）.xls') }, '市监局 双公示（4月）.xls'],
    ['GB18030 with four bytes', { name: gbk('㙍𠮷.csv') }, '㙍𠮷.csv'],
    ['UTF-8 without its mark', { name: Buffer.from('市监局.xls') }, '市监局.xls'],
    [
      'a Unicode path beside another name',
      { name: Buffer.from('???.xls'), extra: unicodePath('市监局.xls') },
      '市监局.xls',
    ],
    ['UTF-8', { name: '市监局.xls' }, '市监局.xls'],
  ])('reads a name in %s', async (_what, item, name) => {
    expect(await namesOf(writeZip([{ data: csv, ...item }]))).toEqual([name]);
  });

  it.each([
    ['../../逃出.csv', '逃出.csv'],
    ['/etc/绝对.csv', 'etc/绝对.csv'],
    ['C:\\Windows\\盘符.csv', 'Windows/盘符.csv'],
    ['..\\..\\反斜杠.csv', '反斜杠.csv'],
    ['a/./../b\u0000.csv', 'a/b.csv'],
  ])('keeps %s inside its folder', async (name, shown) => {
    expect(await namesOf(writeZip([{ name: Buffer.from(name), data: csv }]))).toEqual([shown]);
    expect(readdirSync(folder).sort()).toEqual(['file', 'unpacked']);
    const [own = ''] = readdirSync(into);
    expect(readdirSync(path.join(into, own)).sort()).toEqual(['0001.csv', 'members.json']);
  });

  it('shows a locked member as such, and the whole when all are locked', async () => {
    const locked = { name: '密.xls', data: 'x', encrypted: true };
    expect(await membersOf(writeZip([locked, { name: 'a.csv', data: csv }]), 'a.zip')).toMatchObject([
      { name: '密.xls', file: null, refused: { code: 'unsupported_format', detail: '加密的压缩包' } },
      { name: 'a.csv', refused: null },
    ]);
    expect(await open(writeZip([locked]), 'a.zip')).toMatchObject({ kind: 'refused', code: 'unsupported_format' });
  });

  it('loses one damaged member and no other', async () => {
    const zip = writeZip([
      { name: '好.csv', data: csv },
      { name: '坏.csv', data: 'damaged here' },
    ]);
    zip.write('D', zip.indexOf('damaged here'));
    expect(await membersOf(zip, 'a.zip')).toMatchObject([
      { name: '好.csv', refused: null },
      { name: '坏.csv', file: null, refused: { code: 'truncated' } },
    ]);
  });

  it('without files is empty', async () => {
    expect(await open(writeZip([]), 'a.zip')).toEqual({ kind: 'refused', code: 'empty', detail: '压缩包里没有文件' });
  });

  it('cut off half-way is left to be refused by its reader', async () => {
    const zip = writeZip([{ name: 'a.csv', data: csv.repeat(100) }]);
    expect(await open(zip.subarray(0, zip.length / 2), 'a.zip')).toEqual({ kind: 'plain' });
  });

  it('stops at a member that grows out of nothing, whatever its header says', async () => {
    const bomb = writeZip(
      [
        { name: '炸弹.csv', data: Buffer.alloc(80 * 1024 * 1024) },
        { name: 'a.csv', data: csv },
      ],
      {
        deflate: true,
      },
    );
    const size = bomb.indexOf(Buffer.from('PK\u0001\u0002')) + 24;
    bomb.writeUInt32LE(10, size);
    expect(await membersOf(bomb, 'a.zip')).toMatchObject([
      { file: null, refused: { code: 'too_large' } },
      { name: 'a.csv', refused: null },
    ]);
  });

  it('is refused whole, with nothing left on disk, when all it holds is too much', async () => {
    const data = Buffer.alloc(600_000);
    const zip = writeZip(
      [1, 2, 3].map((n) => ({ name: `${n}.bin`, data })),
      { deflate: true },
    );
    const limits = { ...DEFAULT_LIMITS, maxInflated: 1_000_000 };
    expect(await open(zip, 'a.zip', limits)).toMatchObject({ kind: 'refused', code: 'too_large' });
    expect(readdirSync(into)).toEqual([]);
  });

  it('is refused when it holds more files than any office sends', async () => {
    const items = Array.from({ length: 5001 }, (_, n) => ({ name: `${n}`, data: '' }));
    expect(await open(writeZip(items), 'a.zip')).toMatchObject({ kind: 'refused', code: 'too_large' });
  });

  it('gives hundreds of members', async () => {
    const items = Array.from({ length: 300 }, (_, n) => ({ name: `单位${n}.csv`, data: csv }));
    expect(await namesOf(writeZip(items, { deflate: true }))).toEqual(items.map((item) => item.name));
  });

  it('opens archives in archives, to the fourth', async () => {
    const nest = (depth: number): Buffer =>
      writeZip([depth === 0 ? { name: 'a.csv', data: csv } : { name: `${depth}.zip`, data: nest(depth - 1) }]);
    expect(await namesOf(nest(3))).toEqual(['3.zip › 2.zip › 1.zip › a.csv']);
    expect(await membersOf(nest(4), 'a.zip')).toMatchObject([
      { name: '4.zip › 3.zip › 2.zip › 1.zip', refused: { code: 'unsupported_format', detail: '嵌套过深的压缩包' } },
    ]);
  });

  it('tells of all containers nested too deep in one line', async () => {
    const nest = (depth: number): Buffer =>
      writeZip(
        depth === 0
          ? [{ name: 'a.csv', data: csv }]
          : [1, 2].map((n) => ({ name: `${depth}-${n}.zip`, data: nest(depth - 1) })),
      );
    const zip = writeZip([
      { name: '深.zip', data: nest(4) },
      { name: '好.csv', data: csv },
    ]);
    expect(await membersOf(zip, 'a.zip')).toMatchObject([
      {
        name: '深.zip › 4-1.zip › 3-1.zip › 2-1.zip 等 8 个',
        refused: { code: 'unsupported_format', detail: '嵌套过深的压缩包' },
      },
      { name: '好.csv', refused: null },
    ]);
  });

  it('is not opened twice', async () => {
    const zip = writeZip([{ name: 'a.csv', data: csv }]);
    const first = await open(zip, 'a.zip');
    const [own = ''] = readdirSync(into);
    writeFileSync(path.join(into, own, '0001.csv'), 'still the same copy');
    expect(await open(zip, 'b.zip')).toEqual(first);
    expect(readFileSync(path.join(into, own, '0001.csv'), 'utf8')).toBe('still the same copy');
  });

  it('of an office program stays whole', async () => {
    const types = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
    expect(await open(writeZip([{ name: '[Content_Types].xml', data: types }]), 'a.docm')).toEqual({ kind: 'plain' });
  });
});

describe('a mail', () => {
  const workbook = (name: string | Buffer) => ({ name, data: csv });

  it.each([
    ['encoded words', `name="${encodedWord('GBK', gbk('双公示4月.csv'))}"`],
    ['raw GBK bytes', Buffer.concat([Buffer.from('name="'), gbk('双公示4月.csv'), Buffer.from('"')])],
    ['raw UTF-8 bytes', 'name="双公示4月.csv"'],
    ['RFC 2231', "name*=GB18030''%CB%AB%B9%AB%CA%BE4%D4%C2.csv"],
    ['RFC 2231 in pieces', "name*0*=utf-8''%E5%8F%8C%E5%85%AC;\r\n name*1*=%E7%A4%BA4%E6%9C%88.csv"],
    [
      'words cut in the middle of a character',
      `name="${encodedWord('GB2312', gbk('双公示4月.csv').subarray(0, 3))}\r\n ${encodedWord('GB2312', gbk('双公示4月.csv').subarray(3))}"`,
    ],
    ['folded quoted-printable words', 'name="=?gb2312?Q?=CB=AB=B9=AB?=\r\n =?gb2312?Q?=CA=BE4=D4=C2.csv?="'],
  ])('reads the name of an attachment in %s', async (_how, name) => {
    expect(await namesOf(writeMail({ parts: [workbook(name)] }), 'a.eml')).toEqual(['双公示4月.csv']);
  });

  it.each([
    ['encoded words', `${encodedWord('gb2312', gbk('西峡县市场监督管理局'))} <scjgj@example.cn>`],
    ['raw GBK bytes', Buffer.concat([gbk('西峡县市场监督管理局'), Buffer.from(' <scjgj@example.cn>')])],
    ['quoted words', `"${encodedWord('GB18030', gbk('西峡县市场监督管理局'))}" <scjgj@example.cn>`],
  ])('reads the sender in %s', async (_how, from) => {
    const [member] = await membersOf(writeMail({ from, parts: [workbook('name=a.csv')] }), 'a.eml');
    expect(member?.mail?.sender).toBe('西峡县市场监督管理局 <scjgj@example.cn>');
  });

  it.each([
    ['Fri, 29 Apr 2022 10:30:00 +0800', '2022-04-29T10:30'],
    ['Thu, 28 Apr 2022 18:30:00 +0000 (UTC)', '2022-04-29T02:30'],
    ['Fri, 29 Apr 2022 02:30:00 GMT', '2022-04-29T10:30'],
    ['29 Apr 2022 10:30', '2022-04-29T10:30'],
    ['yesterday', null],
  ])('sent on %s is dated %s by the clock of the office', async (date, sentAt) => {
    const [member] = await membersOf(writeMail({ date, parts: [workbook('name=a.csv')] }), 'a.eml');
    expect(member?.mail?.sentAt).toBe(sentAt);
  });

  it('gives long attachments unchanged', async () => {
    const data = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7 + (n >> 8)) & 255));
    const unpacked = await open(
      writeMail({
        text: '请查收',
        parts: [
          { name: 'name=long.bin', data },
          { name: 'name=short.bin', data: data.subarray(0, 999) },
        ],
      }),
      'a.eml',
    );
    if (unpacked.kind !== 'members') throw new Error(unpacked.kind);
    expect(unpacked.members.map((member) => member.name)).toEqual(['long.bin', 'short.bin']);
    expect(readFileSync(path.join(unpacked.folder, '0001.bin')).equals(data)).toBe(true);
    expect(readFileSync(path.join(unpacked.folder, '0002.bin')).equals(data.subarray(0, 999))).toBe(true);
  });

  it('opens mails and archives inside, each member with the innermost mail around it and the day the outermost came', async () => {
    const inner = writeMail({
      boundary: 'inner',
      from: 'b@example.cn',
      date: 'Wed, 27 Apr 2022 09:00:00 +0800',
      parts: [{ name: 'name=b.zip', data: writeZip([{ name: gbk('表.csv'), data: csv }]) }],
    });
    const outer = writeMail({
      from: 'a@example.cn',
      parts: [
        workbook('name=c.csv'),
        { name: 'name="转发.eml"', type: 'message/rfc822', encoding: '8bit', data: inner },
      ],
    });
    const members = await membersOf(writeZip([{ name: 'a.eml', data: outer }]), 'x.zip');
    expect(members.map(({ name, mail, arrivedAt }) => [name, mail?.sender, mail?.sentAt, arrivedAt])).toEqual([
      ['a.eml › c.csv', 'a@example.cn', '2022-04-29T10:30', '2022-04-29T10:30'],
      ['a.eml › 转发.eml › b.zip › 表.csv', 'b@example.cn', '2022-04-27T09:00', '2022-04-29T10:30'],
    ]);
  });

  it.each([
    'Content-Type: multipart/mixed; boundary="b"',
    'Authentication-Results: mx.example.cn; dkim=pass',
    'ARC-Seal: i=1; a=rsa',
  ])('is told whatever header comes first: %s', async (first) => {
    const mail = Buffer.concat([Buffer.from(`${first}\r\n`), writeMail({ text: '本周无' })]);
    expect((await open(mail, '来信')).kind).toBe('members');
  });

  it('without attachments is itself what was sent', async () => {
    expect(await membersOf(writeMail({ subject: '本周无', text: '本周无双公示信息。' }), 'a.eml')).toEqual([
      {
        name: '',
        file: null,
        mail: { sender: '张三 <zhangsan@example.cn>', subject: '本周无', sentAt: '2022-04-29T10:30' },
        arrivedAt: '2022-04-29T10:30',
        refused: null,
      },
    ]);
  });

  it('leaves out the pictures of its signature, but not those that are all it brings', async () => {
    const picture = {
      name: 'name=logo.png',
      type: 'image/png',
      disposition: 'inline',
      contentId: 'logo',
      data: Buffer.from('89504e470d0a1a0a', 'hex'),
    };
    const html = '<p>见附件</p><img src="cid:logo">';
    expect(await namesOf(writeMail({ html, parts: [picture, workbook('name=a.csv')] }), 'a.eml')).toEqual(['a.csv']);
    expect(await namesOf(writeMail({ html, parts: [picture] }), 'a.eml')).toEqual(['', 'logo.png']);
  });

  it.each([
    ['a screenshot', writePng(800, 120), true],
    ['a photograph', writeJpeg(640, 480), true],
    ['an icon', writePng(180, 180), false],
    ['a photographed icon', writeJpeg(64, 64), false],
    ['a heavy picture of an unknown kind', Buffer.alloc(20_000, 1), true],
    ['a light one of an unknown kind', Buffer.alloc(5000, 1), false],
  ])('beside its attachments keeps %s in its text, or names it as left inside', async (_what, data, isKept) => {
    const picture = { name: 'name=图.png', type: 'image/png', disposition: 'inline', contentId: 'p', data };
    const html = '<p>见附件</p><img src="cid:p">';
    const unpacked = await open(writeMail({ html, parts: [picture, workbook('name=a.csv')] }), 'a.eml');
    expect(unpacked).toMatchObject({
      members: [...(isKept ? [{ name: '图.png' }] : []), { name: 'a.csv' }],
      leftInside: isKept ? [] : [{ code: 'small_pictures', container: '', names: ['图.png'] }],
    });
  });

  it('of random bytes behind a true beginning is a value', async () => {
    const bytes = Buffer.concat([
      Buffer.from('From: a@b.cn\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'),
      gbk('乱码'.repeat(999)),
    ]);
    expect((await open(bytes, 'a.eml')).kind).toBe('members');
  });
});

/** The first bytes of a PNG of a size, which is all that tells it. */
function writePng(width: number, height: number): Buffer {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The first bytes of a JPEG of a size, a segment of a camera before its frame. */
function writeJpeg(width: number, height: number): Buffer {
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8ffe100064578696600', 'hex').subarray(0, 10), frame, Buffer.alloc(16)]);
}

function unicodePath(name: string): Buffer {
  const path = Buffer.from(name);
  const field = Buffer.alloc(9 + path.length);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + path.length, 2);
  field.writeUInt8(1, 4);
  path.copy(field, 9);
  return field;
}
