import { penalties } from '../app/workbooks.ts';
import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { Mailbox } from './mailbox.ts';
import { DutiesPage } from './pages/dutiesPage.ts';

test('Enter in the day of a form takes the day, and does not send the form', async ({ desk }) => {
  const { page, wizard, frame } = desk;
  await wizard.create();
  await frame.open('事项');
  const duties = new DutiesPage(page);
  await duties.open('000-04');
  await duties.openTab('事件');
  await duties.events.getByTestId('add-event').click();
  const form = duties.events.getByTestId('event-form');
  await form.getByTestId('event-title').fill('某某公司提出异议');
  const day = form.getByRole('textbox', { name: '起算日' });
  await day.fill('2022-04-27');
  await day.press('Enter');
  await expect(day).toHaveValue('2022-04-27');

  // Had the form been sent, it would be gone with the note unwritten.
  await form.getByLabel('备注').fill('来电登记');
  await form.getByTestId('event-title').press('Enter');
  await form.waitFor({ state: 'detached' });
  const [event] = await ask(page, 'events.list', { duty: '000-04' });
  expect(event).toMatchObject({ day: '2022-04-27', note: '来电登记' });
});

test('a day alone is taken for when something came as the office means it, and stands in the field as typed', async ({
  desk,
}) => {
  const { page, wizard, frame, imports, dataFolder } = desk;
  await wizard.create();
  await frame.open('导入');
  const file = await new Mailbox(dataFolder).workbook('市监局.xlsx', [penalties([1])]);
  await imports.setReceived('2022-04-28');
  const field = page.getByTestId('received');
  await expect(field).toHaveValue('2022-04-28');
  await imports.drop([file]);
  await imports.planned();
  await expect(field).toHaveValue('2022-04-28');
  await imports.commit();
  const { records } = await ask(page, 'records.list', {});
  expect(records.map(({ receivedAt }) => receivedAt)).toEqual(['2022-04-28T12:00']);
});
