import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** A template of these lines, in the data folder. */
async function template(name: string, ...lines: string[]): Promise<string> {
  const children = lines.map((text) => new Paragraph({ children: [new TextRun(text)] }));
  const file = path.join(desk.dataFolder, name);
  writeFileSync(file, await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return file;
}

it('has none at first', async () => {
  expect(await desk.ask('wordTemplate.get', {})).toBeNull();
});

it('takes the sample as it is, keeps it by its bytes, and gives it up at a word', async () => {
  const sample = await desk.ask('wordTemplate.sample', {});
  expect(existsSync(sample.path)).toBe(true);
  const saved = await desk.ask('wordTemplate.save', { path: sample.path, by: '李四' });
  expect(saved).toMatchObject({ name: '通报模板.docx', by: '李四', unknown: [], missing: [] });
  expect(readdirSync(path.join(desk.dataFolder, 'originals')).length).toBeGreaterThan(0);
  expect(await desk.ask('wordTemplate.get', {})).toEqual(saved);
  expect(await desk.ask('wordTemplate.remove', { by: '李四' })).toBeNull();
  expect(await desk.ask('wordTemplate.get', {})).toBeNull();
});

it('only looks at a file that is checked, and refuses one whose placeholders nobody would fill', async () => {
  const file = await template('本办模板.docx', '{标题}', '{发文号}');
  const checked = await desk.ask('wordTemplate.check', { path: file });
  expect(checked.unknown).toEqual([{ tag: '发文号', like: '发文字号' }]);
  expect(checked.missing).toContain('署名');
  expect(await desk.ask('wordTemplate.get', {})).toBeNull();
  const refused = await desk.refusal('wordTemplate.save', { path: file });
  expect(refused.code).toBe('template_tags');
  expect(refused.message).toContain('发文号');
  expect(await desk.ask('wordTemplate.get', {})).toBeNull();
});

it.each([
  [['{标题}', '{发文字号}'], '没有占位{#正文}{文字}{/正文}，'],
  [['{#正文}{文字}{/正文}'], '没有占位{标题}，'],
  [['{标题}', '{#正文}{一级标题}{/正文}'], '没有占位{#正文}{文字}{/正文}，'],
  [['一段没有占位的文字'], '没有占位{标题}、'],
])('lists what %j lacks, but does not take it: without title and text there is no paper', async (lines, told) => {
  const file = await template('缺.docx', ...lines);
  expect((await desk.ask('wordTemplate.check', { path: file })).missing).toContain('署名');
  const refused = await desk.refusal('wordTemplate.save', { path: file });
  expect(refused.code).toBe('template_lacks');
  expect(refused.message).toContain(told);
  expect(await desk.ask('wordTemplate.get', {})).toBeNull();
});

it('takes a template that only lacks what an office may do without', async () => {
  const file = await template('简.docx', '{标题}', '{#正文}{文字}{/正文}');
  const saved = await desk.ask('wordTemplate.save', { path: file });
  expect(saved.missing).toEqual(['发文字号', '主送', '署名', '成文日期', '附件']);
});

it('refuses a workbook, checked or chosen', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('表').getCell('A1').value = '{标题}';
  for (const name of ['em.xlsx', '改名.docx']) {
    const file = path.join(desk.dataFolder, name);
    writeFileSync(file, Buffer.from(await workbook.xlsx.writeBuffer()));
    for (const request of ['wordTemplate.check', 'wordTemplate.save'] as const)
      expect((await desk.refusal(request, { path: file })).code).toBe('template_unreadable');
  }
});

it('writes no sample under a name that is no .docx', async () => {
  const out = path.join(desk.dataFolder, 's.pdf');
  const refused = await desk.refusal('wordTemplate.sample', { out });
  expect(refused.code).toBe('format_unsupported');
  expect(refused.message).toContain('.docx');
  expect(existsSync(out)).toBe(false);
});

it('refuses a file that no template is as large as, before it is read', async () => {
  const large = path.join(desk.dataFolder, '大.docx');
  writeFileSync(large, Buffer.alloc(20 * 1024 * 1024 + 1));
  expect((await desk.refusal('wordTemplate.save', { path: large })).message).toContain('超过20兆');
});

it('writes the sample beside the one that was written before, and over the file that is named', async () => {
  const first = await desk.ask('wordTemplate.sample', {});
  writeFileSync(first.path, '改过');
  const second = await desk.ask('wordTemplate.sample', {});
  expect(path.basename(second.path)).toBe('通报模板(2).docx');
  expect(readFileSync(first.path, 'utf8')).toBe('改过');
  await desk.ask('wordTemplate.sample', { out: first.path });
  expect(readFileSync(first.path, 'utf8')).not.toBe('改过');
  expect(readdirSync(path.dirname(first.path)).toSorted()).toEqual(['通报模板(2).docx', '通报模板.docx'].toSorted());
});

it('refuses in words what is no .docx, or is not there', async () => {
  const old = path.join(desk.dataFolder, '旧模板.docx');
  writeFileSync(old, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  expect((await desk.refusal('wordTemplate.check', { path: old })).code).toBe('template_unreadable');
  expect((await desk.refusal('wordTemplate.check', { path: `${old}x` })).code).toBe('file_missing');
});
