import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { AssessmentPage } from './pages/assessmentPage.ts';
import { pick } from './pages/fields.ts';
import { INBOX_SOURCES, RECEIVED } from './sampleInbox.ts';

// A unit of the sample inbox that sent something: its score is above 0 however many duties it still owes.
const UNIT = '丹水镇';

test('a unit’s points are typed, objected to and opened, and the result goes into a circular', async ({ desk }) => {
  const { page, wizard, frame, circular } = desk;
  await wizard.create();
  await ask(page, 'imports.commit', { sources: INBOX_SOURCES, received: RECEIVED.replace(' ', 'T') });
  await frame.open('年度考核');
  const assessment = new AssessmentPage(page);
  await expect(page.getByTestId('assessment-year')).toHaveText('2022年');
  await expect(page.getByTestId('assessment-open')).toContainText('项没有评分');
  await expect(page.getByTestId('assessment-formula')).toContainText('综合得分＝各项得分之和');
  await assessment.openSheet(UNIT);
  const before = Number(await assessment.sum.innerText());
  const score = Number(await assessment.score.innerText());
  expect(score).toBeGreaterThan(0);

  await test.step('typed points with their evidence raise the score', async () => {
    await expect(assessment.line('mechanism')).toContainText('待评分');
    await assessment.enter('mechanism', '4', '2022年度机制建设检查表');
    await expect(assessment.sum).toHaveText((before + 4).toFixed(2));
    expect(Number(await assessment.score.innerText())).toBeGreaterThan(score);
    await expect(assessment.line('mechanism')).toContainText('手工评分');
    await expect(assessment.line('mechanism')).toContainText('2022年度机制建设检查表');
  });

  await test.step('more than the item gives is not taken for full points', async () => {
    await assessment.line('mechanism').getByTestId('line-enter').click();
    const form = assessment.sheet.getByTestId('entry-form');
    await form.getByRole('spinbutton', { name: '分值' }).fill('45');
    await expect(form.getByTestId('save-entry')).toBeDisabled();
    await form.getByRole('button', { name: /^取\s?消$/u }).click();
  });

  await test.step('an objection that is granted changes them, and the trail has all of it', async () => {
    await assessment.object('mechanism', '制度文件已印发，检查时未带，现补交');
    await expect(assessment.sheet.getByRole('alert')).toContainText('制度文件已印发');
    await assessment.grant('5.5', '补交的文件属实');
    await expect(assessment.sum).toHaveText((before + 5.5).toFixed(2));
    await expect(assessment.line('mechanism')).toContainText('申诉改分');
    await assessment.line('mechanism').getByTestId('line-trail').click();
    const trail = assessment.sheet.getByTestId('trail-steps').getByRole('listitem');
    await expect(trail).toHaveCount(3);
    await expect(trail.last()).toContainText('改为 5.5 分。补交的文件属实');
  });

  await test.step('one that is turned down changes nothing, and stays on record with its reason', async () => {
    const counted = await assessment.line('report-rate').locator('.score-points').innerText();
    await assessment.object('report-rate', '4月份已按时报送');
    await assessment.refuse('系统无收文记录');
    await expect(assessment.sum).toHaveText((before + 5.5).toFixed(2));
    await expect(assessment.line('report-rate').locator('.score-points')).toHaveText(counted);
  });

  await test.step('what the program counted opens its rows', async () => {
    await assessment.line('report-rate').getByRole('button', { name: '上报率' }).first().click();
    await expect(assessment.figure).toContainText('评分办法');
    const counted = assessment.figure.getByRole('listitem').filter({ hasText: /应报\d+项次/u });
    const owed = /应报(\d+)项次/u.exec(await counted.first().innerText())?.[1] ?? '';
    await counted.first().getByRole('button').click();
    await expect(assessment.figure.getByTestId('figure-total')).toHaveText(owed);
    await expect(assessment.figure.getByRole('row').filter({ hasText: UNIT }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(assessment.figure).toBeHidden();
  });
  await assessment.closeSheet();

  await test.step('both objections are listed with what was decided', async () => {
    await assessment.openTab('申诉');
    await expect(assessment.objections).toHaveCount(2);
    await expect(assessment.objections.filter({ hasText: '制度文件已印发' })).toContainText('补交的文件属实');
    await expect(assessment.objections.filter({ hasText: '4月份已按时报送' })).toContainText('系统无收文记录');
  });

  await test.step('one item is typed down the units with one evidence', async () => {
    await assessment.openTab('批量评分');
    await pick(page.getByRole('combobox', { name: '评分项目' }), '信用修复');
    await page.getByRole('textbox', { name: '共同佐证' }).fill('信用修复台账');
    const cells = page.getByTestId('batch-table').getByRole('textbox', { name: /分值$/u });
    const units = await cells.count();
    expect(units).toBeGreaterThan(20);
    await cells.first().fill('5');
    await cells.first().press('Enter');
    await expect(cells.nth(1)).toBeFocused();
    await page.keyboard.type('缺');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('9');
    await expect(page.getByTestId('batch-save')).toBeDisabled();
    await cells.nth(2).fill('4.5');
    await cells.nth(2).press('Control+Enter');
    const table = page.getByTestId('batch-table');
    await expect(table.getByText('手工评分')).toHaveCount(2);
    await expect(table.getByText('缺项', { exact: true })).toHaveCount(1);
    await expect(table.getByText('待评分')).toHaveCount(units - 3);
  });

  await test.step('the scheme is changed as the year’s first version, with its reason', async () => {
    await assessment.openTab('考核方案');
    await expect(page.getByTestId('scheme-table')).toContainText('按上报率的比例得分');
    await page.getByTestId('scheme-edit').click();
    await page.getByRole('spinbutton', { name: '上报率 分值' }).fill('14');
    await expect(page.getByTestId('scheme-problems')).toContainText('合计 102 分');
    await page.getByRole('spinbutton', { name: '合规率 分值' }).fill('10');
    await page.getByTestId('scheme-save').click();
    await page.getByTestId('scheme-reason').fill('按4月工作例会意见');
    await page.getByTestId('scheme-confirm').click();
    await expect(page.getByTestId('scheme-versions')).toContainText('按4月工作例会意见');
    await expect(page.getByTestId('scheme-in-force')).toContainText('2022 年第 1 版');
  });

  await test.step('the table of all units is written', async () => {
    await assessment.openTab('考核得分');
    await page.getByTestId('assessment-export').click();
    const written = await desk.save(() => page.getByRole('menuitem', { name: '考核得分总表' }).click());
    expect(written.name).toBe('2022年度考核得分.xlsx');
  });

  await test.step('the circular says of the unit what its score sheet says, and how many objections there were', async () => {
    await assessment.openSheet(UNIT);
    const final = await assessment.score.innerText();
    await assessment.closeSheet();
    await page.getByTestId('assessment-circular').click();
    await circular.editor.waitFor();
    await expect(circular.text('标题')).toHaveValue(/2022年度.*考核结果的通报/u);
    await expect(circular.preview.locator('body')).toContainText('处理申诉2件，其中成立1件');
    const row = circular.preview.getByRole('row').filter({ hasText: UNIT }).first();
    await expect(row.getByRole('cell', { name: final, exact: true })).toBeVisible();
  });
});
