import type { WrittenFile } from '../contract/circulars.ts';
import { isEmail, misspeltEmails } from '../contract/emailAddress.ts';
import type { Args, Result } from '../contract.ts';
import { chineseDay, dayOf, periodTitle } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { reminderHtml } from '../core/reminderHtml.ts';
import { addressedName, listedName } from '../core/reminderSuccessors.ts';
import { mailSubject, nobodyBecause } from '../core/reminderTexts.ts';
import { writeDraftMail } from '../io/draftMail.ts';
import { type Context, readDirectory } from './context.ts';
import { documentFonts } from './fonts.ts';
import { freePath } from './freePath.ts';
import { createOutputSet, outputPath, writeOutput } from './outputs.ts';
import { printedPdf } from './printedPdf.ts';
import { settingsIn } from './reminderSettings.ts';
import { listReminders, printedAt } from './reminders.ts';
import { returnFolder } from './returnFiles.ts';

/** Writes the reminder list as a workbook, a printable document or page, or a PDF of that page. */
export async function writeReminders(
  context: Context,
  { format, out, ...query }: Args<'reminders.write'>,
): Promise<WrittenFile> {
  const list = listReminders(context, query);
  const { office } = readDirectory(context.store().read);
  const about = list.period === null ? chineseDay(dayOf(list.asOf)) : periodTitle(list.period);
  const path = await outputPath(context, out, `催报清单-${about}.${format}`);
  switch (format) {
    // The writers' libraries are large and rarely needed: they load with the first output, not with the program.
    case 'xlsx': {
      const { writeReminderWorkbook } = await import('../io/workbooks/reminderWorkbook.ts');
      return writeOutput(path, await writeReminderWorkbook(list));
    }
    case 'docx': {
      const { writeReminderDocx } = await import('../io/documents/reminderDocx.ts');
      return writeOutput(path, await writeReminderDocx(list, office, documentFonts()));
    }
    case 'html':
      return writeOutput(path, reminderHtml(list, office));
    case 'pdf':
      return writeOutput(path, await printedPdf(context, reminderHtml(list, office), path));
    default:
      throw new Refusal('format_unsupported', format satisfies never);
  }
}

/**
 * Writes a draft mail for each unit of the list that has an address: to its clerks, or where none of them has one to whoever has. Nothing is
 * sent and nothing is logged: whether it goes out is for whoever opens it.
 */
export async function writeReminderMails(
  context: Context,
  { out, ...query }: Args<'reminders.mails'>,
): Promise<Result<'reminders.mails'>> {
  const list = listReminders(context, query);
  if (list.items.length === 0)
    throw new Refusal('nobody_to_remind', nobodyBecause('所选报送期、单位和事项没有要催报的', list.refused));
  const db = context.store().read;
  const directory = readDirectory(db);
  const { wording } = settingsIn(db, context);
  const texts = {
    ...{ office: directory.office, asOf: list.asOf, wording, inRuns: list.period === null },
    duties: new Map(printedAt(db, directory, list).duties.map((duty) => [duty.id, duty])),
  };
  const folder = await returnFolder(context, out);
  const outputs = createOutputSet();
  const files: WrittenFile[] = [];
  const without: string[] = [];
  try {
    for (const item of list.items) {
      const to = addressesOf(item.contacts);
      if (to.length === 0) {
        without.push(`${listedName(item)}${misspeltEmails(item.contacts)}`);
        continue;
      }
      const subject = mailSubject({ ...item, ...texts, name: addressedName(item) });
      const mail = writeDraftMail({ to, subject, text: item.text, attachments: [] });
      const path = freePath(folder, `催报邮件-${item.name}-${dayOf(list.asOf)}`, '.eml', outputs);
      files.push(await outputs.add(path, Buffer.from(mail)));
    }
    outputs.place();
  } finally {
    await outputs.discard();
  }
  return { files, without };
}

function addressesOf(contacts: Result<'reminders.list'>['items'][number]['contacts']): string[] {
  const reached = contacts.filter(({ email }) => isEmail(email));
  const clerks = reached.filter(({ role }) => role === 'clerk');
  return [...new Set((clerks.length > 0 ? clerks : reached).map(({ email }) => email.trim()))];
}
