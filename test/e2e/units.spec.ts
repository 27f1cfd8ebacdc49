import path from 'node:path';
import ExcelJS from 'exceljs';
import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { UnitsPage } from './pages/unitsPage.ts';

test('a unit renamed from a day on keeps its old name in the grid and the circular of the months before', async ({
  desk,
}) => {
  const { page, wizard, frame, status, circular } = desk;
  await wizard.create();
  await frame.open('单位');
  const units = new UnitsPage(page);

  await test.step('renamed with a date and its paper, and told so in its history', async () => {
    await units.open('气象局');
    const on = { name: '气象中心', official: '西峡县气象服务中心', on: '2022-05-01' };
    await units.rename({ ...on, reason: '西编〔2022〕8号' });
    await units.find('气象中心');
    await page.getByRole('row').filter({ hasText: '气象' }).getByRole('button', { name: /^修改/u }).click();
    await expect(units.history).toContainText('至 2022-04-30 叫“气象局”（西峡县气象局）；改名依据：西编〔2022〕8号');
    await units.close();
  });

  await test.step('the grid names it by the month', async () => {
    await frame.open('报送台账');
    const row = page.getByTestId('status-row-xx-qxj');
    await expect(row.getByRole('link')).toHaveText('气象局');
    await frame.nextPeriod();
    await expect(frame.period).toHaveValue('2022年5月');
    await expect(status.grid).toBeVisible();
    await expect(row.getByRole('link')).toHaveText('气象中心');
    await frame.previousPeriod();
    await expect(frame.period).toHaveValue('2022年4月');
  });

  await test.step('the circular of April is about the old name', async () => {
    await frame.open('通报');
    await circular.compose();
    await expect(circular.preview.locator('body')).toContainText('气象局');
    await expect(circular.preview.locator('body')).not.toContainText('气象中心');
  });
});

test('contacts are kept, two units become one, and a list is read in row by row', async ({ desk }) => {
  const { page, wizard, frame, dataFolder } = desk;
  await wizard.create();
  await frame.open('单位');
  const units = new UnitsPage(page);

  await test.step('a contact stands in the unit’s line', async () => {
    await units.open('财政局');
    await units.addContact('张三', '0377-69660001');
    await expect(units.line('财政局')).toContainText('张三 0377-69660001');
  });

  await test.step('a merger says what it does before it is done', async () => {
    await units.foreseeMerger(['气象局', '规划局'], {
      name: '规划气象局',
      official: '西峡县规划气象局',
      on: '2022-05-01',
      reason: '西编〔2022〕9号',
    });
    const preview = units.succession.getByTestId('succession-preview');
    await expect(preview).toContainText('“气象局”“规划局” → “规划气象局”，2022-05-01 起');
    await expect(preview).toContainText('2022年5月');
    await units.confirmMerger();
    await units.open('规划气象局');
    await expect(units.history).toContainText('接续“气象局”');
    await units.close();
  });

  await test.step('a list tells what it would do with each row, and then does it', async () => {
    const file = path.join(dataFolder, '名录.xlsx');
    await writeList(file, [
      ['简称', '全称', '分管领导', '电话', '分组'],
      ['财政局', '西峡县财政局', '赵一', '0377-69660002', '000-G0；000-G1；000-G3；000-G4；000-G5；000-G8'],
      ['粮食局', '西峡县粮食局', '', '', '000-G0'],
      ['审计局', '西峡县审计局', '', '', '000-X9'],
    ]);
    await units.readList(file);
    await expect(units.imported).toContainText('新增 1 个，修改 1 个，不变 0 个，不收 1 行');
    expect((await ask(page, 'units.list', {})).map(({ name }) => name)).not.toContain('粮食局');
    await units.writeList();
    await expect(units.line('粮食局')).toContainText('西峡县粮食局');
    await expect(units.line('财政局')).toContainText('赵一 0377-69660002');
  });
});

async function writeList(file: string, rows: readonly (readonly string[])[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名录');
  for (const row of rows) sheet.addRow([...row]);
  await book.xlsx.writeFile(file);
}
