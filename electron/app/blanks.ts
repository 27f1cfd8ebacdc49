import { join } from 'node:path';
import type { BlankFile } from '../contract/blanks.ts';
import type { Duty } from '../contract/duties.ts';
import type { Template } from '../contract/templates.ts';
import type { Unit } from '../contract/units.ts';
import type { Args, Result } from '../contract.ts';
import { dayOf, filingKind, isPeriod, periodKind } from '../core/period.ts';
import { periodWanted } from '../core/periodWanted.ts';
import { Refusal } from '../core/refusal.ts';
import { safeFileName } from '../io/safePath.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { outputPath, writeOutput } from './outputs.ts';

/**
 * Writes blank templates to hand out: one workbook per template of the duty and unit. Without `unit` for every unit that owes the duty; where nobody
 * does, one for the unit to sign. They go into the folder `out`, made if need be.
 */
export async function writeBlanks(
  context: Context,
  { duty: id, unit: unitId, period, out }: Args<'blanks.write'>,
): Promise<Result<'blanks.write'>> {
  const directory = readDirectory(context.store().read, dayOf(context.deps.now()));
  const duty = directory.duties.find((known) => known.id === id);
  if (!duty) throw new Refusal('duty_unknown', id);
  checkPeriod(duty, period);
  const templates = templatesOf(context, duty);
  const units = unitsOf(directory, duty, unitId, dayOf(context.deps.now()));
  const taken = new Set<string>();
  // The writer's library is large and rarely needed: it loads with the first output, not with the program.
  const { writeBlankWorkbook } = await import('../io/workbooks/blankWorkbook.ts');
  const files: BlankFile[] = [];
  for (const unit of units) {
    for (const template of templates) {
      const name = uniqueName(fileName(unit, duty, templates.length > 1 ? template : null), taken);
      const mark = {
        profile: directory.office.id,
        unit: unit?.id ?? null,
        duty: id,
        template: template.id,
        period: period ?? null,
      };
      const content = await writeBlankWorkbook({ template, mark, unitName: unit?.officialName ?? null, duty });
      const path = await outputPath(context, out === undefined ? undefined : join(out, name), name);
      const written = await writeOutput(path, content);
      files.push({
        duty: id,
        template: template.id,
        unit: unit?.id ?? null,
        out: written.path,
        name: written.name,
        size: written.size,
      });
    }
  }
  return files;
}

function checkPeriod(duty: Duty, period: string | undefined): void {
  if (period === undefined) return;
  if (!isPeriod(period)) throw new Refusal('period_invalid', period);
  const kind = filingKind(duty.cadence);
  if (periodKind(period) !== kind) throw new Refusal('period_not_of_duty', periodWanted(period, duty.title, kind));
}

function templatesOf({ resources }: Context, { templates, title }: Duty): Template[] {
  const known = templates.flatMap((id) => resources.templates.filter((template) => template.id === id));
  if (known.length === 0) throw new Refusal('template_unknown', `“${title}”没有表格模板`);
  return known;
}

function unitsOf({ units }: Directory, duty: Duty, asked: string | undefined, today: string): (Unit | null)[] {
  if (asked !== undefined) {
    const unit = units.find((known) => known.id === asked);
    if (!unit) throw new Refusal('unit_unknown', asked);
    return [unit];
  }
  const owing = units.filter(({ id, activeTo }) => duty.units.includes(id) && (activeTo === null || activeTo >= today));
  return owing.length > 0 ? owing : [null];
}

/** `模板-单位-事项.xlsx`, with the table's name where the duty has several. */
function fileName(unit: Unit | null, duty: Duty, template: Template | null): string {
  const parts = ['模板', unit?.name, duty.title, template?.title].filter((part) => part !== undefined);
  return `${parts.map((part) => part.replaceAll(/[\\/]/gu, '_')).join('-')}.xlsx`;
}

function uniqueName(name: string, taken: Set<string>): string {
  const safe = safeFileName(name);
  let unique = safe;
  for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = safe.replace(/\.xlsx$/u, `(${n}).xlsx`);
  taken.add(unique.toLowerCase());
  return unique;
}
