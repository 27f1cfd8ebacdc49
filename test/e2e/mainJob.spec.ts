import { readFileSync } from 'node:fs';
import { docxParts } from '../io/documents/docxParts.ts';
import { expect, test } from './fixtures.ts';
import { filesWith, INBOX, INBOX_FILES, RECEIVED, tablesOf } from './sampleInbox.ts';

// The clerk's Friday, from the first start to the circular, as one story: each step stands on the one before.
test('from a mailbox of workbooks to the reminder list and the circular', async ({ desk }) => {
  const { wizard, frame, imports, status, reminders, circular } = desk;
  const foreign: string[] = [];
  const home = new URL(desk.page.url()).origin;
  desk.page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== home) foreign.push(request.url());
  });

  await test.step('the first start asks for the county and makes its desk', async () => {
    await expect(wizard.card('xixia-2022')).toContainText('西峡县');
    await wizard.create();
    await expect(frame.office).toContainText('西峡县');
  });

  await test.step('a dropped folder becomes a plan with every file in it', async () => {
    await frame.open('导入');
    await imports.setReceived(RECEIVED);
    await imports.drop([INBOX]);
    await imports.planned();
    await expect(imports.counts).toContainText(`${INBOX_FILES.length} 个文件`);
    await imports.counted({
      有疑问: tablesOf(INBOX_FILES, true),
      可提交: tablesOf(INBOX_FILES, false),
      拒收: filesWith('rejected').length,
      附件: filesWith('attachment').length,
    });
  });

  await test.step('a file that is no table says why, in Chinese, by name', async () => {
    await (await imports.find('审计局双公示.xlsx')).click();
    await expect(imports.detail).toContainText('“');
    await expect(imports.detail).toContainText('空文件');
    await (await imports.find('科技局行政许可.xlsx')).click();
    await expect(imports.detail).toContainText('已列为附件，随批次归档');
  });

  await test.step('errors carry their cell and reason', async () => {
    await (await imports.find('市监局行政处罚（自然人）第17周.xlsx')).click();
    await expect(imports.detail).toContainText('身份证号校验位不符');
    await imports.openTab('去向');
    await expect(imports.detail.getByTestId('evidence').filter({ hasText: '依据' }).first()).toBeVisible();
  });

  await test.step('two possible units are a question, and the answer makes the table ready', async () => {
    await (await imports.find('水利局行政处罚第17周.xlsx')).click();
    await imports.detail.getByTestId('candidate').filter({ hasText: '林业局' }).click();
    await imports.counted({ 有疑问: tablesOf(INBOX_FILES, true) - 1 });
    await (await imports.find('')).first().waitFor();
  });

  await test.step('the commit gives a receipt with a batch', async () => {
    await imports.commit();
    await expect(imports.receipt).toContainText(`已提交 ${tablesOf(INBOX_FILES, false) + 1} 张表`);
    await expect(imports.receipt.getByTestId('batch-id')).toHaveText('B20220429-001');
  });

  await test.step('the grid shows who has reported and who has not', async () => {
    await frame.open('报送台账');
    await frame.showBy('月');
    await expect(frame.period).toHaveValue('2022年4月');
    await expect(status.grid).toBeVisible();
    await expect(status.cells('reported').first()).toBeVisible();
    await expect(status.cells('missing').first()).toBeVisible();
  });

  await test.step('a zero report needs its statement and changes its cell', async () => {
    // By its own name: which one is the first changes with the answer.
    const id = (await status.cells('missing').first().getAttribute('data-testid')) ?? '';
    const cell = desk.page.getByTestId(id);
    await cell.click();
    await status.registerZero('本周未作出行政许可、行政处罚决定。');
    await status.closeDrawer();
    await expect(cell).toHaveAttribute('data-status', 'zero');
  });

  await test.step('units are ranked by rates whose formula stands below', async () => {
    await status.openRates();
    await expect(status.rates.getByRole('row').nth(2)).toContainText('1');
    await expect(status.formula).toContainText('上报率');
  });

  await test.step('the reminder list names who owes what, and is written for Word and Excel', async () => {
    await frame.open('催报');
    await expect(reminders.list).toBeVisible();
    await reminders.openText('群通知');
    await expect(reminders.groupText).toHaveValue(/十类公共信用信息归集报送/u);
    const list = await desk.save(() => reminders.writeOut('.xlsx'));
    expect(list.name).toMatch(/催报.*\.xlsx$/);
    expect(isZip(list.path)).toBe(true);
    const printed = await desk.save(() => reminders.writeOut('.docx'));
    expect(printed.name).toMatch(/催报.*\.docx$/);
    expect(isZip(printed.path)).toBe(true);
  });

  await test.step('the circular is composed, shown as its print page and written for Word', async () => {
    await frame.open('通报');
    await circular.compose();
    await expect(circular.preview.locator('body')).toContainText('西信用办〔2022〕');
    await expect(circular.preview.locator('body')).toContainText('下一步工作要求');
    const file = await desk.save(() => circular.writeOut('导出 Word'));
    expect(file.name).toMatch(/通报.*\.docx$/);
    expect(await wordText(file.path)).toContain('下一步工作要求');
  });

  await test.step('what the clerk rewrites is in the print page and in the Word file', async () => {
    const title = '关于4月信用信息报送情况的通报';
    await circular.rewrite('标题', title);
    await expect(circular.preview.locator('h1')).toContainText(title);
    const file = await desk.save(() => circular.writeOut('导出 Word'));
    expect(await wordText(file.path)).toContain('信用信息报送情况');
  });

  await test.step('the same files once more change nothing and say so', async () => {
    await frame.open('导入');
    await imports.startAgain();
    await imports.setReceived(RECEIVED);
    await imports.drop([INBOX]);
    await imports.planned();
    // One more than at first: the table whose question was answered is known by its bytes.
    await imports.counted({ 无变化: tablesOf(INBOX_FILES, false) + 1, 可提交: 0 });
    await expect(imports.commitButton).toBeDisabled();
  });

  await test.step('the batch is taken back, and the grid with it', async () => {
    await imports.openHistory();
    await expect(imports.batches).toHaveCount(1);
    await imports.undo(imports.batches.first());
    await expect(imports.batches.first()).toContainText(/已于 .+ 撤销/u);
    await frame.open('报送台账');
    await expect(status.cells('reported')).toHaveCount(0);
  });

  expect(foreign, 'requests to other addresses').toEqual([]);
});

/** The text of a Word file, without its marks. */
async function wordText(file: string): Promise<string> {
  const parts = await docxParts(readFileSync(file));
  return (parts.get('word/document.xml') ?? '').replaceAll(/<[^>]*>/g, '');
}

/** .xlsx and .docx are zip archives. */
function isZip(file: string): boolean {
  return readFileSync(file).subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
}
