import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportRequest, Override } from '../../electron/contract/imports.ts';
import type { Result } from '../../electron/contract.ts';
import { writeMail } from '../fixtures/mail.ts';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { MARKET, penalties } from './workbooks.ts';

const FRIDAY = '2022-04-29T16:00';
const OIL = '西峡县油区工作办公室';
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** A file of a unit nobody knows by that name, in the week of each Friday. */
const unknown = (name: string, numbers: readonly number[], unit = OIL) => desk.mail(name, penalties(numbers, { unit }));
const answer = (file: string, given: Omit<Override, 'file'>): Partial<ImportRequest> => ({
  overrides: [{ file: path.basename(file), ...given }],
});
const names = async () =>
  (await desk.ask('memory.list', {})).names.map(({ kind, text, unit, uses }) => ({ kind, text, unit, uses }));

describe('the name of a unit', () => {
  it('is asked once, known from then on with its evidence, and counted', async () => {
    const first = await unknown('甲.xlsx', [1]);
    const asked = await desk.receive(FRIDAY, [first]);
    expect([asked.batch, asked.files[0]?.code]).toEqual([null, 'unit_unknown']);
    expect(await names()).toEqual([]);

    await desk.receive(FRIDAY, [first], answer(first, { unit: 'xx-gxj' }));
    expect(await names()).toEqual([{ kind: 'name', text: '油区工作办公室', unit: 'xx-gxj', uses: 0 }]);

    const next = onlyTable(await desk.receive(FRIDAY, [await unknown('乙.xlsx', [2, 3])]));
    expect([next.status, next.unit?.id, next.question]).toEqual(['committed', 'xx-gxj', null]);
    expect(next.unit?.evidence).toBe(`A2 填报单位：${OIL}（记忆：上次由经办人指定为工信局）`);
    expect(next.findings.filter((f) => f.rule === 'unit_mismatch')).toEqual([]);
    expect((await names())[0]?.uses).toBe(1);
  });

  it('is forgotten at a word, and asked again at once', async () => {
    const first = await unknown('甲.xlsx', [1]);
    await desk.receive(FRIDAY, [first], answer(first, { unit: 'xx-gxj' }));
    const [learned] = (await desk.ask('memory.list', {})).names;
    const left = await desk.ask('memory.forget', { kind: 'name', id: learned?.id ?? 0 });
    expect(left.names).toEqual([]);
    const again = await desk.receive(FRIDAY, [await unknown('乙.xlsx', [2])]);
    expect(again.files[0]?.code).toBe('unit_unknown');
    expect(await desk.refusal('memory.forget', { kind: 'name', id: learned?.id ?? 0 })).toMatchObject({
      code: 'memory_unknown',
    });
  });

  it('goes with the batch that taught it', async () => {
    const first = await unknown('甲.xlsx', [1]);
    const { batch } = await desk.receive(FRIDAY, [first], answer(first, { unit: 'xx-gxj' }));
    await desk.ask('batches.undo', { batch: batch ?? '' });
    expect(await names()).toEqual([]);
    expect((await desk.receive(FRIDAY, [await unknown('乙.xlsx', [2])])).files[0]?.code).toBe('unit_unknown');
  });

  it('given to two units counts for neither: both are offered', async () => {
    const [a, b] = [await unknown('甲.xlsx', [1]), await unknown('乙.xlsx', [2])];
    await desk.receive(FRIDAY, [a, b], {
      overrides: [
        { file: '甲.xlsx', unit: 'xx-gxj' },
        { file: '乙.xlsx', unit: 'xx-fgw' },
      ],
    });
    expect((await names()).map((name) => name.unit).sort()).toEqual(['xx-fgw', 'xx-gxj']);
    const { question } = onlyTable(await desk.receive(FRIDAY, [await unknown('丙.xlsx', [3])]));
    expect(question?.code).toBe('unit_unknown');
    expect(question?.candidates.map((c) => c.choice.unit).sort()).toEqual(['xx-fgw', 'xx-gxj']);
  });

  it('that is answered otherwise is asked with both units, newest first, until two answers agree', async () => {
    const send = async (name: string, number: number, unit?: string) => {
      const file = await unknown(name, [number]);
      return onlyTable(await desk.receive(FRIDAY, [file], unit === undefined ? {} : answer(file, { unit })));
    };
    await send('甲.xlsx', 1, 'xx-gxj');
    expect((await send('乙.xlsx', 2)).unit?.id).toBe('xx-gxj');
    await send('丙.xlsx', 3, 'xx-fgw');
    const { question } = await send('丁.xlsx', 4);
    expect([question?.code, question?.candidates.map((c) => c.choice.unit)]).toEqual([
      'unit_unknown',
      ['xx-fgw', 'xx-gxj'],
    ]);
    expect(question?.message).toContain('“油区工作办公室”曾由经办人分别指定给发改委、工信局');
    await send('丁.xlsx', 4, 'xx-fgw');
    expect((await send('戊.xlsx', 5)).unit?.id).toBe('xx-fgw');
    expect((await names()).map((name) => name.unit)).toEqual(['xx-fgw']);
    const [learned] = (await desk.ask('memory.list', {})).names;
    expect((await desk.ask('memory.forget', { kind: 'name', id: learned?.id ?? 0 })).names).toEqual([]);
  });

  it('that is answered otherwise by mistake holds again when that batch is taken back', async () => {
    const [a, b] = [await unknown('甲.xlsx', [1]), await unknown('乙.xlsx', [2])];
    await desk.receive(FRIDAY, [a], answer(a, { unit: 'xx-gxj' }));
    const { batch } = await desk.receive(FRIDAY, [b], answer(b, { unit: 'xx-fgw' }));
    await desk.ask('batches.undo', { batch: batch ?? '' });
    expect(onlyTable(await desk.receive(FRIDAY, [await unknown('丙.xlsx', [3])])).unit?.id).toBe('xx-gxj');
  });

  it('stays where a choice goes against what the table says of itself', async () => {
    const first = await unknown('甲.xlsx', [1]);
    await desk.receive(FRIDAY, [first], answer(first, { unit: 'xx-gxj' }));
    const named = await desk.mail('油区工作办公室双公示.xlsx', penalties([2], { unit: '西峡县工业和信息化局' }));
    await desk.receive(FRIDAY, [named], answer(named, { unit: 'xx-fgw' }));
    expect((await names()).map((name) => name.unit)).toEqual(['xx-gxj']);
  });

  it.each([
    ['淅川县市场监督管理局', '市监局.xlsx'],
    ['本单位', '报表.xlsx'],
    ['办公室', '双公示.xlsx'],
    ['淅川县油区工作办公室', '报表.xlsx'],
  ])('is not learned from %s in %s', async (unit, name) => {
    const file = await unknown(name, [1], unit);
    const result = await desk.receive(FRIDAY, [file], answer(file, { unit: 'xx-scjgj' }));
    expect(onlyTable(result).status).toBe('committed');
    expect(await names()).toEqual([]);
  });

  it('is not learned where a choice settles between two that are known', async () => {
    const file = await desk.mail('公安局.xlsx', penalties([1]));
    expect((await desk.receive(FRIDAY, [file])).files[0]?.code).toBe('unit_conflict');
    await desk.receive(FRIDAY, [file], answer(file, { unit: 'xx-scjgj' }));
    expect(await names()).toEqual([]);
  });

  it('is learned from the file name where the table says nothing', async () => {
    const sheet = { ...penalties([1]), titles: ['行政处罚信息公示表'] };
    const rows = sheet.rows.map((row) => ({ ...row, CF_CFJG: null }));
    const file = await desk.mail('油区办双公示4.25-4.29.xlsx', { ...sheet, rows });
    await desk.receive(FRIDAY, [file], answer(file, { unit: 'xx-gxj' }));
    expect((await names()).map((name) => name.text)).toEqual(['油区办']);
  });
});

describe('a sender', () => {
  /** A mail with a workbook; without a unit its table names nobody. */
  const mailFrom = async (name: string, from: string, numbers: readonly number[], unit?: string) => {
    const table = penalties(numbers, unit === undefined ? {} : { unit });
    const silent = {
      ...table,
      titles: ['行政处罚信息公示表'],
      rows: table.rows.map((row) => ({ ...row, CF_CFJG: null })),
    };
    const book = await desk.mail(`${name}.xlsx`, unit === undefined ? silent : table);
    const file = path.join(desk.mailFolder, `${name}.eml`);
    writeFileSync(file, writeMail({ from, parts: [{ name: 'name="baobiao.xlsx"', data: readFileSync(book) }] }));
    return file;
  };
  const tableOf = (result: Result<'imports.commit'>) =>
    result.files.find((file) => file.tables.length > 0)?.tables[0] ?? raise('no table');

  it('is known by the contacts of its unit', async () => {
    const units = await desk.ask('units.list', {});
    const { groups: _groups, order: _order, ...unit } = units.find((one) => one.id === 'xx-gaj') ?? raise('xx-gaj');
    const contacts = [{ name: '王五', role: 'clerk' as const, phone: '', email: 'Wang@gaj.example.cn' }];
    await desk.ask('units.save', { unit: { ...unit, contacts } });
    const table = tableOf(await desk.receive(FRIDAY, [await mailFrom('甲', 'W <wang@gaj.example.cn>', [1])]));
    expect([table.unit?.id, table.question]).toEqual(['xx-gaj', null]);
    expect(table.unit?.evidence).toContain('邮箱登记在公安局的联系人名下');
  });

  it('is learned from the answer, and contradicts what a title says', async () => {
    const first = await mailFrom('一', 'li@163.example.cn', [1]);
    const asked = await desk.receive(FRIDAY, [first]);
    expect(tableOf(asked).question?.code).toBe('unit_unknown');
    const inside = asked.files.find((file) => file.tables.length > 0)?.name ?? '';
    await desk.receive(FRIDAY, [first], { overrides: [{ file: inside, unit: 'xx-gaj' }] });
    expect(await names()).toEqual([{ kind: 'sender', text: 'li@163.example.cn', unit: 'xx-gaj', uses: 0 }]);

    const second = tableOf(await desk.receive(FRIDAY, [await mailFrom('二', 'Li Si <LI@163.example.cn>', [2])]));
    expect(second.unit?.id).toBe('xx-gaj');
    expect(second.unit?.evidence).toContain('记忆：上次由经办人指定为公安局');
    expect((await names())[0]?.uses).toBe(1);

    const { question } = tableOf(await desk.receive(FRIDAY, [await mailFrom('三', 'li@163.example.cn', [3], MARKET)]));
    expect(question?.code).toBe('unit_conflict');
    expect(question?.candidates.map((c) => [c.choice.unit, c.evidence])).toEqual([
      ['xx-scjgj', `A2 填报单位：${MARKET}`],
      ['xx-gaj', '发件人“li@163.example.cn”'],
    ]);
  });

  it('that turns out to send for another unit, too, speaks for neither: both are offered', async () => {
    const send = async (name: string, number: number, choice?: string, unit?: string) => {
      const mail = await mailFrom(name, 'li@163.example.cn', [number], unit);
      const overrides = choice === undefined ? [] : [{ file: `${name}.eml › baobiao.xlsx`, unit: choice }];
      return tableOf(await desk.receive(FRIDAY, [mail], { overrides }));
    };
    await send('一', 1, 'xx-gaj');
    expect((await send('二', 2, 'xx-scjgj', MARKET)).unit?.id).toBe('xx-scjgj');
    expect((await send('三', 3, undefined, MARKET)).unit?.id).toBe('xx-scjgj');
    const { question } = await send('四', 4);
    expect([question?.code, question?.candidates.map((c) => c.choice.unit)]).toEqual([
      'unit_unknown',
      ['xx-scjgj', 'xx-gaj'],
    ]);
  });
});

describe('the mapping of a header line', () => {
  /** A header nobody knows stands for the number of the document. */
  const strange = async (name: string, numbers: readonly number[], unit = MARKET, headers = { 文号: '处理编号' }) => {
    const file = path.join(desk.mailFolder, name);
    await renameHeaders(await desk.mail(name, penalties(numbers, { unit })), { 行政处罚决定书文号: headers.文号 });
    return file;
  };
  const mappings = async () => (await desk.ask('memory.list', {})).mappings;
  /** `E` is the document number's column in `penalties`. */
  const NUMBER = { columns: { E: 'CF_WSH' } };

  it('is asked once, applied to the very same line, and told', async () => {
    const first = await strange('甲.xlsx', [1]);
    expect((await desk.receive(FRIDAY, [first])).files[0]?.code).toBe('column_missing');
    await desk.receive(FRIDAY, [first], answer(first, NUMBER));
    expect((await mappings()).map(({ unit, template, columns, uses }) => ({ unit, template, columns, uses }))).toEqual([
      { unit: 'xx-scjgj', template: 'penalty-legal', ...NUMBER, uses: 0 },
      { unit: null, template: 'penalty-legal', ...NUMBER, uses: 0 },
    ]);

    const next = onlyTable(await desk.receive(FRIDAY, [await strange('乙.xlsx', [2])]));
    expect([next.question, next.compliant]).toEqual([null, 1]);
    expect(next.remarks).toEqual([
      {
        code: 'mapped_from_memory',
        severity: 'notice',
        cell: 'E4',
        message: '表头与该单位以前确认过的完全相同，已按记忆对应：E 列“处理编号”作为“行政处罚决定书文号”。',
      },
    ]);
    expect((await mappings())[0]?.uses).toBe(1);
  });

  it('holds for another unit of the office, and not for another line', async () => {
    const first = await strange('甲.xlsx', [1]);
    await desk.receive(FRIDAY, [first], answer(first, NUMBER));
    const police = onlyTable(await desk.receive(FRIDAY, [await strange('乙.xlsx', [2], '西峡县公安局')]));
    expect([police.question, police.remarks[0]?.code]).toEqual([null, 'mapped_from_memory']);
    expect(police.remarks[0]?.message).toContain('本办');
    const other = await strange('丙.xlsx', [3], MARKET, { 文号: '内部编号' });
    expect((await desk.receive(FRIDAY, [other])).files[0]?.code).toBe('column_missing');
  });

  it('is forgotten at a word, for the office, too, and with its batch', async () => {
    const first = await strange('甲.xlsx', [1]);
    await desk.receive(FRIDAY, [first], answer(first, NUMBER));
    const own = (await mappings()).find(({ unit }) => unit !== null);
    expect((await desk.ask('memory.forget', { kind: 'mapping', id: own?.id ?? 0 })).mappings).toEqual([]);
    const second = await strange('乙.xlsx', [2]);
    expect((await desk.receive(FRIDAY, [second])).files[0]?.code).toBe('column_missing');
    const { batch } = await desk.receive(FRIDAY, [second], answer(second, NUMBER));
    expect(await mappings()).toHaveLength(2);
    await desk.ask('batches.undo', { batch: batch ?? '' });
    expect(await mappings()).toEqual([]);
  });
});

/** Writes other words into the header cells of a workbook. */
async function renameHeaders(file: string, names: Readonly<Record<string, string>>): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  book.worksheets[0]?.eachRow((row) => {
    row.eachCell((cell) => {
      cell.value = names[String(cell.value)] ?? cell.value;
    });
  });
  await book.xlsx.writeFile(file);
}

function raise(what: string): never {
  throw new Error(what);
}
