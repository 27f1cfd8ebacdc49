import { articles, penalties, penalty } from '../app/workbooks.ts';
import { ask } from './ask.ts';
import { type Desk, expect, test } from './fixtures.ts';
import { Mailbox } from './mailbox.ts';
import { RECEIVED } from './sampleInbox.ts';

// What units really send, dropped on the window: archives, mails, encrypted workbooks, and what comes back corrected.

test('a zip is opened: its files stand below its name and are committed at one keystroke', async ({ desk }) => {
  const { imports, page } = desk;
  const mailbox = new Mailbox(desk.dataFolder);
  await begin(desk);
  const zip = await mailbox.zip('4月第4周.zip', {
    '双公示/市监局双公示.xlsx': [penalties([1, 2, 3])],
    '丹水镇诚信宣传.xlsx': [articles(['丹水镇开展诚信宣传'])],
  });
  await imports.setReceived(RECEIVED);
  await imports.drop([zip]);
  await imports.planned();
  await expect(imports.containers).toHaveText(/4月第4周\.zip\s*2 个/u);
  await expect(imports.entries).toHaveCount(2);
  await expect(imports.entries.first()).toContainText('市监局双公示.xlsx');
  await imports.entries.first().click();
  await expect(imports.detail).toContainText('4月第4周.zip › 双公示/市监局双公示.xlsx');
  await imports.counted({ 可提交: 2 });
  await page.keyboard.press('Control+Enter');
  await expect(imports.receipt).toContainText('已提交 2 张表');
  await expect(imports.receipt).toContainText('B20220429-001-01');
  expect((await ask(page, 'records.list', {})).total).toBe(4);
});

test('a mail tells its sender, subject and date, and its date is when the table was received', async ({ desk }) => {
  const { imports, page } = desk;
  const mailbox = new Mailbox(desk.dataFolder);
  await begin(desk);
  const mail = await mailbox.mail('市监局来信.eml', {
    sender: '李明',
    address: 'liming@example.cn',
    subject: '第17周行政处罚报送',
    date: 'Thu, 28 Apr 2022 09:30:00 +0800',
    attachment: '行政处罚.xlsx',
    sheets: [penalties([1, 2])],
  });
  await imports.drop([mail]);
  await imports.planned();
  const entry = await imports.find('行政处罚.xlsx');
  await entry.click();
  await expect(imports.detail.getByTestId('mail')).toContainText('李明 <liming@example.cn>');
  await expect(imports.detail.getByTestId('mail')).toContainText('第17周行政处罚报送');
  await expect(imports.detail).toContainText('收到 2022-04-28 09:30');
  await imports.commit();
  const { records } = await ask(page, 'records.list', {});
  expect(records.map(({ receivedAt }) => receivedAt)).toEqual(['2022-04-28T09:30', '2022-04-28T09:30']);
});

test('encrypted workbooks ask for their password once, and again when it is wrong', async ({ desk }) => {
  const { imports } = desk;
  const mailbox = new Mailbox(desk.dataFolder);
  await begin(desk);
  const files = [
    await mailbox.encrypted('市监局处罚.xlsx', 'Xy-2022', [penalties([1, 2])]),
    await mailbox.encrypted('丹水镇宣传.xlsx', 'Xy-2022', [articles(['丹水镇开展诚信宣传'])]),
  ];
  await imports.drop(files);
  await imports.planned();
  await imports.counted({ 有疑问: 2 });
  await (await imports.find('市监局处罚.xlsx')).click();
  await expect(imports.question).toHaveAttribute('data-code', 'encrypted');

  await imports.unlock('不对');
  await expect(imports.question).toHaveAttribute('data-code', 'wrong_password');
  await expect(imports.question).toContainText('打不开');

  await imports.unlock('Xy-2022');
  await expect(imports.question).toHaveCount(0);
  await imports.find('');
  await imports.counted({ 可提交: 2, 有疑问: 0 });
  await imports.commit();
  await expect(imports.receipt).toContainText('已提交 2 张表');
});

test('what was sent back comes again corrected: the window says what changed and what is mended', async ({ desk }) => {
  const { imports } = desk;
  const mailbox = new Mailbox(desk.dataFolder);
  await begin(desk);
  const faulty = { 2: { CF_CFJGDM: '11411323009197487F' } };
  await imports.setReceived(RECEIVED);
  await imports.drop([await mailbox.workbook('市监局行政处罚.xlsx', [penalties([1, 2, 3], { change: faulty })])]);
  await imports.planned();
  await imports.commit();

  await test.step('the marked workbook, the notice and the draft mail are written', async () => {
    await imports.writeReturns();
    const files = imports.returns.getByTestId('returned-files');
    await expect(files).toContainText('市场监管局');
    const workbook = await desk.save(() => files.getByRole('button', { name: /退回-.*\.xlsx$/u }).click());
    expect(workbook.name).toMatch(/^退回-.*\.xlsx$/u);
    await expect(imports.returns.getByTestId('return-slips')).toContainText('尚未重新报送');
    await desk.page.keyboard.press('Escape');
    await expect(imports.returns).toHaveCount(0);
  });

  await test.step('the corrected file shows its one change', async () => {
    await imports.startAgain();
    await imports.drop([await mailbox.workbook('市监局行政处罚（更正）.xlsx', [penalties([1, 2, 3])])]);
    await imports.planned();
    await expect(imports.detail.getByTestId('returned-note')).toContainText('已全部改好');
    await imports.openTab('变化');
    await expect(imports.detail.getByTestId('differences')).toContainText('11411323009197487F');
    await expect(imports.detail).toContainText('更改 1 条');
  });

  await test.step('after the commit the return is known to have come again', async () => {
    await imports.commit();
    await imports.openReturns();
    await expect(desk.page.getByTestId('return-slips')).toContainText('已重新报送');
  });
});

test('a cell is mended and a finding let pass on the spot, under the name of the clerk', async ({ desk }) => {
  const { imports, page } = desk;
  const mailbox = new Mailbox(desk.dataFolder);
  await begin(desk);
  await page.getByRole('textbox', { name: '经办人' }).fill('王芳');
  const change = { 1: { CF_XDR_SHXYM: '91411323MA90539650' }, 2: { CF_CFJGDM: '11411323009197487F' } };
  await imports.drop([await mailbox.workbook('市监局行政处罚.xlsx', [penalties([1, 2], { change })])]);
  await imports.planned();
  await expect(imports.detail.getByText('统一社会信用代码校验位不符').first()).toBeVisible();

  const cell = 'C5';
  await imports.correct(cell, String(penalty(1).CF_XDR_SHXYM), '与单位电话核实后更正');
  await expect(imports.corrections).toContainText(cell);
  await expect(imports.corrections).toContainText('91411323MA90539650');

  await imports.letPass('校验位不符', '公示原文如此');
  await expect(imports.detail.getByTestId('passed').first()).toContainText('公示原文如此');
  await imports.commit();

  const { records } = await ask(page, 'records.list', {});
  expect(records.flatMap(({ corrections }) => corrections)).toMatchObject([
    { field: 'CF_XDR_SHXYM', before: '91411323MA90539650', by: '王芳', reason: '与单位电话核实后更正' },
  ]);
  const passed = records.flatMap(({ findings }) => findings).filter(({ confirmedReason }) => confirmedReason !== null);
  expect(passed.map(({ confirmedBy, confirmedReason }) => [confirmedBy, confirmedReason])).toContainEqual([
    '王芳',
    '公示原文如此',
  ]);
});

test('a digit answers the open question and the next question opens', async ({ desk }) => {
  const { imports, page } = desk;
  const mailbox = new Mailbox(desk.dataFolder);
  await begin(desk);
  const named = (unit: string) => penalties([1], { unit });
  await imports.drop([
    await mailbox.workbook('水利局行政处罚.xlsx', [named('西峡县林业局')]),
    await mailbox.workbook('财政局行政处罚.xlsx', [named('西峡县审计局')]),
  ]);
  await imports.planned();
  await imports.counted({ 有疑问: 2 });
  await expect(imports.entries.first()).toHaveAttribute('aria-selected', 'true');
  const first = await imports.entries.first().innerText();
  await page.getByRole('listbox', { name: '文件和表' }).press('1');
  await expect(imports.detail).not.toContainText(first.split('\n')[0] ?? '');
  await page.getByRole('listbox', { name: '文件和表' }).press('1');
  await imports.counted({ 可提交: 2, 有疑问: 0 });
});

test('an encrypted workbook nobody has the password of is skipped', async ({ desk }) => {
  const { imports } = desk;
  const mailbox = new Mailbox(desk.dataFolder);
  await begin(desk);
  await imports.drop([await mailbox.encrypted('市监局处罚.xlsx', 'Xy-2022', [penalties([1])])]);
  await imports.planned();
  await imports.detail.getByRole('button', { name: '跳过这个文件' }).click();
  await imports.counted({ 有疑问: 0 });
});

test('a paper that comes alone is committed, and left out when the clerk says so', async ({ desk }) => {
  const { imports, page } = desk;
  const mailbox = new Mailbox(desk.dataFolder);
  await begin(desk);
  await imports.drop([mailbox.paper('丹水镇盖章件.pdf')]);
  await imports.planned();
  await imports.detail.getByRole('button', { name: '本件不导入' }).click();
  await imports.settled();
  await expect(imports.commitButton).toBeDisabled();
  await imports.detail.getByRole('button', { name: '撤回答复' }).click();
  await imports.settled();
  await expect(imports.commitButton).toHaveText(/提交 1 份附件/u);
  await imports.commit();
  await expect(imports.receipt).toContainText('已提交 1 份附件');
  expect(await ask(page, 'attachments.list', {})).toHaveLength(1);
});

test('the unit of a table is added while its question stands, and the question is gone', async ({ desk }) => {
  const { imports, frame, page } = desk;
  const mailbox = new Mailbox(desk.dataFolder);
  await begin(desk);
  await imports.drop([await mailbox.workbook('处罚.xlsx', [penalties([1], { unit: '西峡县烟草专卖局' })])]);
  await imports.planned();
  await expect(imports.question).toContainText('“烟草专卖局”不在成员单位名单里');
  await imports.question.getByRole('link', { name: '“单位”页' }).click();
  const unit = { id: null, name: '烟草专卖局', officialName: '西峡县烟草专卖局', aliases: [], note: '', contacts: [] };
  await ask(page, 'units.save', { unit: { ...unit, kind: 'department', activeFrom: null, activeTo: null } });
  await frame.open('导入');
  await imports.settled();
  await expect(imports.question).toHaveCount(0);
  await expect(imports.detail).toContainText('烟草专卖局');
});

test('a batch of a correction says which record was mended and how', async ({ desk }) => {
  const { imports, page } = desk;
  const mailbox = new Mailbox(desk.dataFolder);
  await begin(desk);
  await imports.setReceived(RECEIVED);
  await imports.drop([await mailbox.workbook('市监局行政处罚.xlsx', [penalties([1])])]);
  await imports.planned();
  await imports.commit();
  const { records } = await ask(page, 'records.list', {});
  const mended = { id: records[0]?.id ?? 0, field: 'CF_NR', value: '罚款三百元', reason: '电话核实', by: '王芳' };
  await ask(page, 'records.correct', mended);
  await imports.openHistory();
  await imports.batches.filter({ hasText: '更正' }).getByText(/^B\d/u).click();
  const line = page.getByTestId('batch-corrections').getByRole('row').last();
  for (const words of ['西峡县第1建材有限公司', '〔2022〕1号', '警告', '罚款三百元', '电话核实', '王芳'])
    await expect(line).toContainText(words);
});

/** The county's desk made, the import page open. */
async function begin({ wizard, frame, page }: Desk): Promise<void> {
  await wizard.offered();
  await ask(page, 'profiles.init', { profile: 'xixia-2022' });
  await page.reload();
  await frame.open('导入');
}
