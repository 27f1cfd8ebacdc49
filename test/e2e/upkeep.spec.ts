import { readFileSync } from 'node:fs';
import { penalties, penalty } from '../app/workbooks.ts';
import { ask } from './ask.ts';
import { type Desk, expect, test } from './fixtures.ts';
import { Mailbox } from './mailbox.ts';
import { choose } from './pages/fields.ts';

// What happens to records after the import: mended, uploaded once, handed out anew.

const WRONG = '11411323009197487F';

test('a stored value is mended with its reason, and then the record is uploaded once and only once', async ({
  desk,
}) => {
  const { frame, page, records, uploads } = desk;
  await stored(desk);
  await test.step('the record stays out of the upload while it has an error', async () => {
    await frame.open('汇总上报');
    await uploads.choose('行政处罚信息（法人');
    await expect(uploads.rows).toContainText('可上报 2 条');
    await expect(uploads.held).toContainText('有错误，不合规');
    await uploads.held.getByRole('link', { name: '查看记录' }).click();
    await expect(records.record).toContainText(WRONG);
  });

  await test.step('the value is mended in the record it leads to', async () => {
    await records.correct('处罚机关统一社会信用代码', String(penalty(2).CF_CFJGDM), '与单位电话核实后更正');
    await expect(records.record.getByTestId('correction-history')).toContainText('王芳');
    await expect(records.record).toContainText('✓ 合规');
    await records.close();
  });

  await test.step('all three go into one workbook, and none of them twice', async () => {
    await frame.open('汇总上报');
    await uploads.choose('行政处罚信息（法人');
    await expect(uploads.rows).toContainText('可上报 3 条');
    const file = await desk.save(() => uploads.writeButton.click());
    expect(file.name).toMatch(/\.xlsx$/u);
    expect(readFileSync(file.path).subarray(0, 2).toString('latin1')).toBe('PK');
    await expect(uploads.rows).toContainText('可上报 0 条');
    await expect(uploads.held).toContainText('已经上报过');
  });

  await test.step('taken back, they can be uploaded again', async () => {
    await uploads.openHistory();
    await uploads.undoLast();
    await expect(uploads.history.first()).toContainText(/已于 .+ 撤销/u);
    expect(await ask(page, 'uploads.preview', { template: 'penalty-legal', period: '2022-W17' })).toMatchObject({
      rows: 3,
    });
  });
});

test('the records of one rule are shown by its count', async ({ desk }) => {
  const { frame, records } = desk;
  await stored(desk);
  await frame.open('数据');
  await expect(records.records).toHaveCount(3);
  await expect(records.rules).toContainText('统一社会信用代码校验位不符 1');
  await records.showOnlyRule('统一社会信用代码校验位不符');
  await expect(records.records).toHaveCount(1);
});

test('blank workbooks are written for every unit that owes a duty', async ({ desk }) => {
  const { frame, page } = desk;
  await stored(desk);
  await frame.open('事项');
  await page.getByRole('tab', { name: '模板下发' }).click();
  await choose(page.getByRole('combobox', { name: '报送事项' }), '诚信宣传教育报道');
  await page.getByTestId('write-blanks').click();
  await expect(page.getByTestId('blank-files')).toContainText('丹水镇');
});

/** Three penalties of one unit imported by 王芳, one of them with a wrong code. */
async function stored({ wizard, page, dataFolder }: Desk): Promise<void> {
  await wizard.offered();
  await ask(page, 'profiles.init', { profile: 'xixia-2022' });
  const change = { 2: { CF_CFJGDM: WRONG } };
  const path = await new Mailbox(dataFolder).workbook('处罚.xlsx', [penalties([1, 2, 3], { change })]);
  await ask(page, 'imports.commit', { sources: [{ path, name: '处罚.xlsx' }] });
  await page.reload();
  await page.getByRole('textbox', { name: '经办人' }).fill('王芳');
}
