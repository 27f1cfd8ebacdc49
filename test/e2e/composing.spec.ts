import type { Route } from '@playwright/test';
import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';

/** What the host answers while its service is gone. A broken connection would be a complaint of the browser, too. */
const STOPPED = { ok: false, error: { code: 'service_stopped', message: '本机服务已停止' } };

test('words typed across Enter in one go stand in the paragraphs they were meant for', async ({ desk }) => {
  const { page, wizard, frame, circular } = desk;
  await wizard.create();
  await frame.open('通报');
  await circular.compose();
  await circular.rewrite('引言 1', '前后');
  await circular.text('引言 1').press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('甲\n乙\n丙');

  const paragraphs = ['前甲', '乙', '丙后'];
  await expectIntroduction(paragraphs);
  await circular.stored();
  await page.reload();
  await expectIntroduction(paragraphs);
  await expect(circular.preview.locator('body')).toContainText(new RegExp(paragraphs.join('\\s*'), 'u'));

  async function expectIntroduction(texts: readonly string[]): Promise<void> {
    for (const [at, text] of texts.entries()) await expect(circular.text(`引言 ${at + 1}`)).toHaveValue(text);
    await expect(circular.text(`引言 ${texts.length + 1}`)).toHaveCount(0);
  }
});

test('a paper changed in two places keeps what was typed here', async ({ desk }) => {
  const { page, wizard, frame, circular } = desk;
  await wizard.create();
  await frame.open('通报');
  await circular.compose();
  const [paper] = await ask(page, 'papers.list', {});
  if (!paper) throw new Error('no paper was begun');
  const { document } = await ask(page, 'papers.get', { id: paper.id });
  const change = {
    edits: [{ edit: 'replace' as const, key: 'title', text: '关于别处改过的通报', base: document.title }],
  };
  await ask(page, 'papers.save', { id: paper.id, revision: 1, change });

  await circular.rewrite('落款', '某某县信用办');
  await expect(page.getByTestId('paper-merged')).toContainText('刚被别处改过');
  await expect(circular.text('标题')).toHaveValue('关于别处改过的通报');
  await expect(circular.text('落款')).toHaveValue('某某县信用办');
  await expect(circular.preview.locator('body')).toContainText('某某县信用办');
});

test('nothing that was typed is lost while storing is refused', async ({ desk }) => {
  const { page, wizard, frame, circular } = desk;
  await wizard.create();
  await frame.open('通报');
  await circular.compose();
  const isSave = (route: Route) => route.request().postData()?.includes('"papers.save"') === true;
  await page.route('**/api/request', (route) => (isSave(route) ? route.fulfill({ json: STOPPED }) : route.fallback()));

  await circular.text('引言 1').fill('前半后半');
  await circular.text('引言 1').press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(circular.text('引言 1')).toHaveValue('前半');
  await expect(circular.text('引言 2')).toHaveValue('后半');

  await page.getByTestId('paper-check').click();
  const dialog = page.getByTestId('reason-dialog');
  await dialog.getByRole('button', { name: /^审\s?核$/u }).click();
  await expect(dialog).toContainText(STOPPED.error.message);
  await page.keyboard.press('Escape');

  await circular.backToRegister();
  await expect(page.getByText('有文字没有存上')).toBeVisible();
  await page.unroute('**/api/request');
  await circular.open('情况的通报');
  await circular.stored();
  await expect(circular.text('引言 1')).toHaveValue('前半');
  await expect(circular.text('引言 2')).toHaveValue('后半');
  await expect(circular.preview.locator('body')).toContainText('后半');
});

test('going back from a paper just begun, or not begun after all, does not ask to begin it again', async ({ desk }) => {
  const { page, wizard, frame, circular } = desk;
  await wizard.create();
  await frame.open('通报');
  const asked = page.getByTestId('create-paper');
  await circular.compose();
  await page.goBack();
  await expect(circular.papers).toHaveCount(1);
  await expect(asked).toBeHidden();
  expect(new URL(page.url()).hash).toBe('#/circulars');

  await page.getByTestId('new-paper').click();
  await asked.waitFor();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /取\s?消/u })
    .click();
  await expect(asked).toBeHidden();
  await page.goBack();
  await page.goForward();
  await expect(circular.papers).toHaveCount(1);
  await expect(asked).toBeHidden();
});
