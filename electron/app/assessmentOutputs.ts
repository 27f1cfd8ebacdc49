import type { WrittenFile } from '../contract/circulars.ts';
import type { Args } from '../contract.ts';
import { refuseAhead } from '../core/paperDates.ts';
import { Refusal } from '../core/refusal.ts';
import { refuseStranger, scoreYear } from './assessment.ts';
import { type Context, readDirectory } from './context.ts';
import { documentFonts } from './fonts.ts';
import { nowOf } from './moments.ts';
import { outputPath, writeOutput } from './outputs.ts';

/**
 * Writes the year's score: the table of all units as a workbook, or score sheets, of one unit or of all in one document. Not as of a moment
 * ahead (`moment_ahead`): what is not due yet would be printed as missing.
 */
export async function writeAssessment(
  context: Context,
  { year, asOf, format, unit, out }: Args<'assessment.write'>,
): Promise<WrittenFile> {
  const db = context.store().read;
  if (unit !== undefined) refuseStranger(db, unit);
  const { office } = readDirectory(db);
  const now = context.deps.now();
  const moment = nowOf(asOf, context.deps.now);
  refuseAhead(moment, now);
  const { assessment } = scoreYear(context, { year, asOf: moment });
  const units = assessment.units.filter((one) => (unit ?? one.unit) === one.unit);
  const [first] = units;
  if (first === undefined)
    throw new Refusal(
      'paper_nothing',
      unit === undefined ? `${year}年没有参加考核的单位` : `${unit} 没有参加${year}年考核`,
    );
  const name = unit === undefined ? '' : `-${first.name}`;
  switch (format) {
    // The writers' libraries are large and rarely needed: they load with the first output, not with the program.
    case 'xlsx': {
      const path = await outputPath(context, out, `${year}年度考核得分${name}.xlsx`);
      const { writeAssessmentWorkbook } = await import('../io/workbooks/assessmentWorkbook.ts');
      return writeOutput(path, await writeAssessmentWorkbook({ ...assessment, units }, office.office));
    }
    case 'docx': {
      const path = await outputPath(context, out, `${year}年度考核得分表${name}.docx`);
      const { writeScoreSheets } = await import('../io/documents/scoreSheet.ts');
      const scored = assessment.units.filter(({ rank }) => rank > 0).length;
      return writeOutput(path, await writeScoreSheets({ assessment, units, scored, office, fonts: documentFonts() }));
    }
    default:
      throw new Refusal('format_unsupported', format satisfies never);
  }
}
