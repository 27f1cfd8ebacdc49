import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIntake, type Intake } from '../../../electron/io/intake/createIntake.ts';
import { tallWorkbook, withHuge, wordyWorkbook } from '../../fixtures/hugeWorkbook.ts';
import { relationships } from '../../fixtures/oddWorkbook.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'xl/worksheets/sheet1.xml';
const inSheet = (before: string, unit: string, times: number, after = '</worksheet>') =>
  withHuge(SHEET, { before: `<worksheet xmlns="${MAIN}">${before}`, unit, times, after });
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const tooLarge = { kind: 'refused', code: 'too_large' };

let folder = '';
let intake: Intake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '收件 '));
  const root = join(import.meta.dirname, '../../..');
  // Without the clock: on a busy machine it would answer for the limits.
  intake = createIntake({
    workerUrl: pathToFileURL(join(root, 'electron/io/intake/intakeWorker.ts')),
    timeoutMs: 120_000,
  });
});

afterAll(async () => {
  await intake.close();
  await rm(folder, { recursive: true });
});

async function inWorker(bytes: Buffer | string, name = '表.xlsx') {
  const file = join(folder, 'file.bin');
  await writeFile(file, bytes);
  return intake.read(file, name);
}

describe('files far larger than they look are refused', () => {
  it.each([
    ['rows beyond the last of a sheet', () => tallWorkbook(`<row>${inline('西峡')}</row>`, 1_200_000)],
    [
      'cells beyond the last column',
      () => inSheet('<sheetData><row>', '<c/>', 20_000, '</row></sheetData></worksheet>'),
    ],
    ['blanks without end', () => inSheet('<sheetData>', ' ', 40_000_000)],
    ['shared strings beyond all memory', () => wordyWorkbook(`<si><t>${'长'.repeat(30_000)}</t></si>`, 4000)],
    ['merges without end', () => inSheet('<sheetData/><mergeCells>', '<mergeCell ref="A1:B2"/>', 400_000)],
    [
      'styles without end',
      () =>
        withHuge('xl/styles.xml', {
          before: '<styleSheet><cellXfs>',
          unit: '<xf fontId="0"/>',
          times: 100_000,
          after: '</cellXfs></styleSheet>',
        }),
    ],
    [
      'comments without end',
      () =>
        withHuge(
          'xl/comments1.xml',
          {
            before: '<comments><commentList>',
            unit: '<comment ref="A1"/>',
            times: 250_000,
            after: '</commentList></comments>',
          },
          { 'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId1', 'comments', '../comments1.xml']]) },
        ),
    ],
    ['elements inside elements', () => inSheet('', '<a>', 300, '')],
    ['elements inside elements without end', () => inSheet('<!-- -->', '<a>', 20_000_000, '')],
  ])('%s', async (_, make) => {
    const bytes = make();
    expect(bytes.length).toBeLessThan(3_000_000);
    expect(await inWorker(bytes)).toMatchObject(tooLarge);
  });

  it.each([
    ['a web page of cells without end', `<table><tr>${'<td>'.repeat(20_000)}`],
    ['a text of records without end', '甲\n'.repeat(1_100_000)],
    ['a text of one record without end', '甲,'.repeat(3_000_000)],
  ])('%s', async (_, text) => {
    expect(await inWorker(text, '表.xls')).toMatchObject(tooLarge);
  });
});

describe('files that are large for a reason are read', () => {
  it('more than 100,000 rows', async () => {
    const result = await inWorker(tallWorkbook(`<row>${inline('市监局')}<c><v>1</v></c></row>`, 110_000));
    expect(result.kind === 'workbook' && result.workbook.sheets[0]?.rows.length).toBe(110_001);
  });

  it('more than 200 columns', async () => {
    const result = await inWorker(tallWorkbook(`<row>${inline('市监局').repeat(250)}</row>`, 200));
    expect(result.kind === 'workbook' && result.workbook.sheets[0]?.rows.at(-1)?.cells.length).toBe(250);
  });

  it('links to other files, none of them followed', async () => {
    const external = relationships([['rIdX', 'externalLink', 'file:///etc/passwd']]).replace(
      '/>',
      ' TargetMode="External"/>',
    );
    const result = await inWorker(
      withHuge(
        SHEET,
        {
          before: `<worksheet xmlns="${MAIN}"><sheetData>`,
          unit: `<row>${inline('市监局')}</row>`,
          times: 1,
          after: '</sheetData></worksheet>',
        },
        { 'xl/worksheets/_rels/sheet1.xml.rels': external },
      ),
    );
    expect(result).toMatchObject({
      kind: 'workbook',
      workbook: { sheets: [{ rows: [{ cells: [{ text: '市监局' }] }] }] },
    });
  });
});
