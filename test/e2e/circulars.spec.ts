import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { docxParts } from '../io/documents/docxParts.ts';
import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { INBOX_SOURCES } from './sampleInbox.ts';

const RECEIVED = '2022-04-29T16:00';

const NUMBER = /西信用办〔2022〕\d+号/u;

/** What becomes of a unit that the issued circular names. */
const RENAMED = {
  unit: 'xx-scjgj',
  name: '市管局',
  officialName: '西峡县市场管理局',
  on: '2022-04-01',
  reason: '机构改革',
};

// The life of one circular as one story: each step stands on the one before.
test('a circular is composed, edited, checked, issued, printed the same for ever and corrected by another paper', async ({
  desk,
}) => {
  const { page, wizard, frame, circular } = desk;
  await wizard.create();
  await page.getByRole('textbox', { name: '经办人' }).fill('王芳');
  await ask(page, 'imports.commit', { sources: INBOX_SOURCES, received: RECEIVED });
  await frame.open('通报');

  await test.step('composed from the data, with its print page beside it', async () => {
    await circular.compose();
    await expect(circular.state).toHaveAttribute('data-state', 'draft');
    await expect(circular.preview.locator('body')).toContainText('一、基本情况');
    await expect(circular.preview.locator('body')).toContainText('西信用办〔2022〕');
  });

  await test.step('a number of the text opens the rows behind it', async () => {
    const total = circular.editor.locator('[data-block="overview/records"]').getByRole('button').first();
    const number = (await total.textContent()) ?? '';
    await total.click();
    await expect(circular.figure.getByTestId('figure-total')).toHaveText(number);
    await expect(circular.figure.getByRole('link', { name: '看记录' }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(circular.figure).toBeHidden();
  });

  await test.step('what the clerk writes is marked and printed, and can be undone', async () => {
    await circular.rewrite('引言 1', '现将4月份报送情况通报如下：');
    await expect(circular.blockOf('引言 1')).toHaveAttribute('data-state', 'edited');
    await expect(circular.preview.locator('body')).toContainText('现将4月份报送情况通报如下：');
    await circular.text('引言 1').press('Control+z');
    await expect(circular.blockOf('引言 1')).toHaveAttribute('data-state', 'composed');
    await circular.text('引言 1').press('Control+y');
    await expect(circular.preview.locator('body')).toContainText('现将4月份报送情况通报如下：');
  });

  await test.step('numbers come from the level: a heading that goes up takes its number from its place', async () => {
    await circular.text('节标题 2').press('Alt+ArrowUp');
    await expect(circular.preview.locator('body')).toContainText('一、存在的问题');
    await expect(circular.text('节标题 1')).toBeFocused();
    await circular.text('节标题 1').press('Control+z');
    await expect(circular.preview.locator('body')).toContainText('一、基本情况');
  });

  await test.step('a paragraph is added below with Enter, another one taken out', async () => {
    await circular.text('引言 1').press('End');
    // As fast as a hand: what follows Enter belongs to the new paragraph.
    await page.keyboard.type('\n本次通报只涉及4月。');
    await expect(circular.text('引言 2')).toHaveValue('本次通报只涉及4月。');
    await expect(circular.text('引言 1')).toHaveValue('现将4月份报送情况通报如下：');
    await circular.stored();
    await circular.use('段落 1.1', '删去');
    await expect(page.getByTestId('removed-blocks')).toContainText('总体情况');
    await page
      .getByTestId('removed-blocks')
      .getByRole('button', { name: /放\s?回/u })
      .click();
    await expect(page.getByTestId('removed-blocks')).toBeHidden();
  });

  await test.step('a section whose heading was cleared keeps its paragraphs and gets its heading back', async () => {
    await circular.text('节标题 2').fill('');
    await circular.text('引言 1').focus();
    await expect(circular.text('节标题 2')).toHaveValue('存在的问题');
    await expect(circular.preview.locator('body')).toContainText('二、存在的问题');
  });

  await test.step('what is printed has the words typed last', async () => {
    await circular.text('引言 2').fill('本次通报只涉及4月，请核对。');
    await page.getByTestId('paper-print').click();
    await expect(page.frameLocator('[data-testid="print-frame"]').locator('body')).toContainText('4月，请核对。');
    await circular.rewrite('引言 2', '本次通报只涉及4月。');
  });

  await test.step('pasted text comes in plain, line by line', async () => {
    await circular.text('引言 2').focus();
    await page.evaluate(pasteInPage, { plain: '甲段\u200b\n（一）乙小标题', html: '<b>甲段</b><p>（一）乙小标题</p>' });
    await expect(circular.text('引言 2')).toHaveValue(/甲段/u);
    await expect(circular.text('引言 3')).toHaveValue('乙小标题');
    await circular.use('引言 3', '删去');
    await expect(circular.text('引言 3')).toHaveCount(0);
  });

  await test.step('all of it is there after the page was opened anew', async () => {
    await page.reload();
    await expect(circular.text('引言 1')).toHaveValue('现将4月份报送情况通报如下：');
    await expect(circular.text('引言 2')).toHaveValue(/本次通报只涉及4月。/u);
    await expect(circular.preview.locator('body')).toContainText('现将4月份报送情况通报如下：');
  });

  await test.step('a number that changes after an edit is shown, not written over', async () => {
    await circular.rewrite('段落 1.2', '共收到信用信息若干条。');
    await ask(page, 'batches.undo', { batch: 'B20220429-001' });
    await page.reload();
    const note = circular.blockOf('段落 1.2').getByTestId('stale-note');
    await expect(note).toContainText('数据已变');
    await expect(circular.text('段落 1.2')).toHaveValue('共收到信用信息若干条。');
    await note.getByRole('button', { name: '保留我的' }).click();
    await expect(note).toBeHidden();
    await ask(page, 'imports.commit', { sources: INBOX_SOURCES, received: RECEIVED });
    await page.reload();
    await circular.blockOf('段落 1.2').getByRole('button', { name: '改用新的' }).click();
    await expect(circular.blockOf('段落 1.2')).toHaveAttribute('data-state', 'composed');
  });

  await test.step('checked it cannot be written in, sent back it can', async () => {
    await circular.check();
    await expect(circular.editor.getByRole('textbox')).toHaveCount(0);
    await circular.sendBack('引言再改一改');
    await circular.rewrite('引言 1', '现将4月份情况通报如下：');
    await circular.check();
  });

  let issued = '';
  await test.step('issued it has its number, and the register knows it', async () => {
    await circular.issue();
    await expect(circular.preview.locator('body')).toContainText(NUMBER);
    issued = await wordXml((await desk.save(() => circular.writeOut('导出 Word'))).path);
    expect(issued).toContain('现将4月份情况通报如下：');
    await circular.backToRegister();
    await expect(circular.papers.first()).toContainText(NUMBER);
    await expect(circular.papers.first()).toContainText('王芳 印发');
    await circular.openTab('发文字号');
    await expect(page.getByTestId('numbers').getByRole('row').filter({ hasText: '已用' })).toHaveCount(1);
  });

  await test.step('after the data and a unit’s name changed it prints the same, and says what is different', async () => {
    await ask(page, 'batches.undo', { batch: 'B20220429-002' });
    await ask(page, 'units.rename', RENAMED);
    await circular.openTab('文稿登记簿');
    await circular.open('关于2022年4月');
    await expect(circular.corrections).toContainText('印发之后数据有变');
    await expect(circular.preview.locator('body')).toContainText('现将4月份情况通报如下：');
    await expect(circular.preview.locator('body')).not.toContainText(RENAMED.name);
    const again = await wordXml((await desk.save(() => circular.writeOut('导出 Word'))).path);
    expect(again === issued, 'word/document.xml, byte for byte').toBe(true);
    await circular.corrections.getByRole('button', { name: '看差异' }).click();
    await expect(page.getByTestId('correction-list')).toContainText('总体情况');
    await page.keyboard.press('Escape');
  });

  await test.step('a correction begins from what is different, and is issued as a paper with its own number', async () => {
    await circular.corrections.getByRole('button', { name: '起草更正通知' }).click();
    await expect(circular.state).toHaveAttribute('data-state', 'draft');
    await expect(circular.preview.locator('h1')).toContainText('更正');
    await expect(circular.preview.locator('body')).toContainText(/“[^”]+”更正为“[^”]+”/u);
    await circular.check();
    await circular.issue();
    await page.getByTestId('paper-about').click();
    await expect(circular.preview.locator('h1')).not.toContainText('更正');
    await circular.backToRegister();
    await expect(circular.papers).toHaveCount(2);
    const numbers = await Promise.all(
      [0, 1].map((at) => circular.papers.nth(at).getByRole('cell').first().innerText()),
    );
    expect(numbers).toEqual([expect.stringMatching(NUMBER), expect.stringMatching(NUMBER)]);
    expect(new Set(numbers).size).toBe(2);
  });
});

test('numbers are reserved, entered and voided, and a paper is issued with a reserved one', async ({ desk }) => {
  const { page, wizard, frame, circular } = desk;
  await wizard.create();
  await page.getByRole('textbox', { name: '经办人' }).fill('王芳');
  await frame.open('通报');
  await circular.openTab('发文字号');
  const dialog = page.getByTestId('number-dialog');
  const numbers = page.getByTestId('numbers').getByRole('row');

  await page.getByTestId('reserve-number').click();
  await dialog.getByTestId('number-text').fill('关于双公示的函');
  await dialog.getByRole('button', { name: '预留一个号' }).click();
  await expect(numbers.filter({ hasText: '关于双公示的函' })).toContainText('预留');

  await page.getByTestId('enter-number').click();
  await dialog.getByTestId('number-seq').fill('1');
  await dialog.getByTestId('number-text').fill('关于召开会议的通知');
  await dialog.getByRole('button', { name: /登\s?记/u }).click();
  const entered = numbers.filter({ hasText: '关于召开会议的通知' });
  await expect(entered).toContainText('别处已用');
  await entered.getByRole('button', { name: /作\s?废/u }).click();
  await dialog.getByTestId('number-text').fill('会议取消');
  await dialog.getByRole('button', { name: /作\s?废/u }).click();
  await expect(entered).toContainText('会议取消');

  await circular.openTab('文稿登记簿');
  await circular.compose();
  await circular.check();
  await page.getByTestId('paper-issue').click();
  await page.getByRole('radio', { name: '用预留的号' }).check();
  await page.getByRole('combobox', { name: '选预留的号' }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '关于双公示的函' }).click();
  await page.getByTestId('issue-confirm').click();
  await expect(circular.state).toHaveAttribute('data-state', 'issued');
  await circular.void('内容有误');
  await circular.backToRegister();
  await expect(circular.papers.first()).toContainText('作废');
});

test('the office’s own Word template is looked at, taken and filled in', async ({ desk }) => {
  const { page, wizard, frame, circular, dataFolder } = desk;
  await wizard.create();
  await frame.open('通报');
  await circular.openTab('本办 Word 模板');
  const sample = await desk.save(() => page.getByTestId('template-sample').click());
  const file = path.join(dataFolder, '通报模板.docx');
  copyFileSync(sample.path, file);
  await page.route('**/api/uploads**', (route) => route.fulfill({ body: '' }));
  await page.getByTestId('template-file').setInputFiles(file);
  await expect(page.getByText('与本机服务的连接中断')).toBeVisible();
  await page.unroute('**/api/uploads**');
  await page.getByTestId('template-file').setInputFiles(file);
  await expect(page.getByTestId('template-checked')).toContainText('通报模板.docx');
  await page.getByTestId('template-use').click();
  await expect(page.getByTestId('template-checked')).toContainText('正在使用');

  await circular.openTab('文稿登记簿');
  await circular.compose();
  await page.getByRole('button', { name: '更多' }).click();
  const filled = await desk.save(() => page.getByRole('menuitem', { name: '按本办模板导出 Word' }).click());
  const xml = await wordXml(filled.path);
  expect(xml).toContain('下一步工作要求');
  expect(xml).not.toContain('{');
});

/** The text part of a Word file, byte for byte. */
async function wordXml(file: string): Promise<string> {
  return (await docxParts(readFileSync(file))).get('word/document.xml') ?? '';
}

/** Pastes into the field in focus, as a word processor hands text over: formatted and plain. Runs in the page. */
function pasteInPage({ plain, html }: { plain: string; html: string }): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', plain);
  clipboardData.setData('text/html', html);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}
