import type { WrittenFile } from '../contract/circulars.ts';
import type { ReminderList } from '../contract/reminders.ts';
import type { Period } from '../contract/time.ts';
import { periodTitle } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { composeReminders } from '../core/reminders.ts';
import { asPrinted } from './asPrinted.ts';
import { type Context, readDirectory } from './context.ts';
import { nowOf } from './moments.ts';
import { outputPath, writeOutput } from './outputs.ts';
import { cellsOf } from './status.ts';

interface ReminderQuery {
  readonly period: Period;
  readonly asOf?: string | undefined;
}

/** Who owes what in a period at a moment, with the texts to send. */
export function listReminders(context: Context, query: ReminderQuery): ReminderList {
  const db = context.store().read;
  const directory = readDirectory(db);
  const at = { period: query.period, asOf: nowOf(query.asOf, context.deps.now) };
  const cells = cellsOf(db, directory, at, context);
  return composeReminders({ ...at, office: directory.office, ...asPrinted(db, directory, at), cells });
}

/** Writes the reminder list as a workbook or a printable document. */
export async function writeReminders(
  context: Context,
  query: ReminderQuery & { readonly format: 'xlsx' | 'docx'; readonly out?: string | undefined },
): Promise<WrittenFile> {
  const list = listReminders(context, query);
  const { office } = readDirectory(context.store().read);
  const path = await outputPath(context, query.out, `催报清单-${periodTitle(query.period)}.${query.format}`);
  switch (query.format) {
    // The writers' libraries are large and rarely needed: they load with the first output, not with the program.
    case 'xlsx': {
      const { writeReminderWorkbook } = await import('../io/workbooks/reminderWorkbook.ts');
      return writeOutput(path, await writeReminderWorkbook(list));
    }
    case 'docx': {
      const { writeReminderDocx } = await import('../io/documents/reminderDocx.ts');
      return writeOutput(path, await writeReminderDocx(list, office));
    }
    default:
      throw new Refusal('format_unsupported', query.format satisfies never);
  }
}
