import type { CodeList, Column, Template } from '../contract/templates.ts';
import { dutyAt } from '../core/dutyHistory.ts';
import type { Profile, ProfileDuty } from '../core/profile.ts';
import { fitsCadence } from '../core/schedule.ts';
import { checkRelations } from './templateChecks.ts';

/** Told of one fault: `path` inside the file as in `columns[3].type`, `what` is wrong in Chinese. Never returns. */
export type Fault = (file: string, path: string, what: string) => never;

/** What the shape of a template cannot say: fields that conditions, keys and rules name exist and fit; headers are unique. */
export function checkTemplate(file: string, template: Template, fault: Fault): void {
  const types = new Map(template.columns.map((column) => [column.id, column.type]));
  const known = (path: string, field: string | null | undefined) => {
    if (field !== null && field !== undefined && !types.has(field)) fault(file, path, `没有这个字段：${field}`);
  };
  unique(
    template.columns,
    (column) => [column.id],
    (index) => fault(file, `columns[${index}].id`, '字段代码重复'),
  );
  unique(template.columns, headers, (index, header) =>
    fault(file, `columns[${index}].aliases`, `表头与其他列重复：${header}`),
  );
  for (const [index, column] of template.columns.entries()) {
    const at = `columns[${index}]`;
    checkColumn(column, (path, what) => fault(file, `${at}.${path}`, what));
    known(`${at}.decidedBy`, column.decidedBy);
    known(`${at}.number.amountIn`, column.number?.amountIn);
    for (const list of ['requiredWhen', 'mustBeEmptyWhen'] as const) {
      for (const [n, condition] of column[list].entries()) known(`${at}.${list}[${n}].field`, condition.field);
    }
    for (const [n, other] of (column.date?.notBefore ?? []).entries()) {
      if (types.get(other) !== 'date') fault(file, `${at}.date.notBefore[${n}]`, `不是日期字段：${other}`);
    }
  }
  for (const [n, part] of template.key.entries()) {
    for (const [m, field] of part.entries()) known(`key[${n}][${m}]`, field);
  }
  checkRelations(file, template, fault);
  known('unitField', template.unitField);
  known('nameField', template.nameField);
  if (template.decisionDate !== null && types.get(template.decisionDate) !== 'date') {
    fault(file, 'decisionDate', `不是日期字段：${template.decisionDate}`);
  }
}

/** What ties the five files of a profile together, and to the templates. `folder` is `profiles/<id>`. */
export function checkProfile(folder: string, profile: Profile, templates: ReadonlySet<string>, fault: Fault): void {
  const { units, groups, duties, indicators } = profile;
  const ids = {
    单位: new Set(units.map((unit) => unit.id)),
    单位分组: new Set(groups.map((group) => group.id)),
    报送事项: new Set(duties.map((duty) => duty.id)),
    模板: templates,
  };
  const allKnown = (file: string, path: string, names: readonly string[], noun: keyof typeof ids) => {
    for (const [n, name] of names.entries()) {
      if (!ids[noun].has(name)) fault(file, `${path}[${n}]`, `没有这个${noun}：${name}`);
      if (names.indexOf(name) !== n) fault(file, `${path}[${n}]`, `${noun}重复：${name}`);
    }
  };
  const lists: Readonly<Record<string, readonly { readonly id: string }[]>> = { units, groups, duties, indicators };
  for (const [name, list] of Object.entries(lists)) {
    unique(
      list,
      (item) => [item.id],
      (index) => fault(`${folder}/${name}.json`, `[${index}].id`, '编号重复'),
    );
  }
  // The names of a unit that ended are free for the one that goes on from it.
  unique(
    units,
    (unit) => (unit.activeTo === null ? unitNames(unit) : []),
    (index, name) => fault(`${folder}/units.json`, `[${index}].aliases`, `名称与其他单位重复：${name}`),
  );
  for (const [index, { parent, succession }] of units.entries()) {
    const file = `${folder}/units.json`;
    if (parent) allKnown(file, `[${index}].parent`, [parent], '单位');
    allKnown(file, `[${index}].succession.units`, succession?.units ?? [], '单位');
  }
  for (const [index, group] of groups.entries()) {
    const file = `${folder}/groups.json`;
    allKnown(file, `[${index}].units`, group.units, '单位');
    for (const [n, revision] of (group.revisions ?? []).entries())
      allKnown(file, `[${index}].revisions[${n}].units`, revision.units, '单位');
  }
  for (const [index, duty] of duties.entries()) {
    const file = `${folder}/duties.json`;
    allKnown(file, `[${index}].groups`, duty.groups, '单位分组');
    allKnown(file, `[${index}].lead`, duty.lead, '单位');
    allKnown(file, `[${index}].templates`, duty.templates, '模板');
    allKnown(file, `[${index}].quota.templates`, countedTables(duty), '模板');
    for (const [n, revision] of (duty.revisions ?? []).entries()) {
      allKnown(file, `[${index}].revisions[${n}].groups`, revision.groups ?? [], '单位分组');
      allKnown(file, `[${index}].revisions[${n}].lead`, revision.lead ?? [], '单位');
      allKnown(file, `[${index}].revisions[${n}].templates`, revision.templates ?? [], '模板');
      allKnown(file, `[${index}].revisions[${n}].quota.templates`, countedTables(revision), '模板');
      if (!hasFittingDue(dutyAt(duty, revision.from)))
        fault(file, `[${index}].revisions[${n}].due`, '截止规则不适合报送周期');
    }
    if (!hasFittingDue(duty)) fault(file, `[${index}].due`, '截止规则不适合报送周期');
  }
  for (const [index, { duty, numerator, denominator }] of indicators.entries()) {
    const file = `${folder}/indicators.json`;
    if (duty !== null) allKnown(file, `[${index}].duty`, [duty], '报送事项');
    for (const [part, number] of Object.entries({ numerator, denominator }))
      if (number?.template !== undefined) allKnown(file, `[${index}].${part}.template`, [number.template], '模板');
  }
}

function countedTables({ quota }: Partial<Pick<ProfileDuty, 'quota'>>): readonly string[] {
  return quota?.templates ?? [];
}

function hasFittingDue({ due, cadence }: ProfileDuty): boolean {
  return due === null || fitsCadence(due, cadence);
}

function checkColumn(column: Column, fault: (path: string, what: string) => void): void {
  if ((column.type === 'enum') !== (column.codes !== null)) fault('codes', 'enum 列须有代码表，其他列不得有');
  if ((column.type === 'date') !== (column.date !== null)) fault('date', 'date 列须有日期规则，其他列不得有');
  if ((column.type === 'number') !== (column.number !== null)) fault('number', 'number 列须有数值规则，其他列不得有');
  if (column.required && column.requiredWhen.length > 0) fault('requiredWhen', '必填列不必再写条件必填');
  if (column.codes !== null) checkCodes(column.codes, fault);
}

function checkCodes(codes: CodeList, fault: (path: string, what: string) => void): void {
  for (const [written, value] of Object.entries(codes.synonyms)) {
    if (!codes.values.includes(value)) fault(`codes.synonyms.${written}`, `代码表里没有：${value}`);
    if (codes.values.includes(written)) fault(`codes.synonyms.${written}`, '与代码表的值相同');
  }
}

/** Calls `twice` for the first item whose name another item already has; an item may repeat its own. */
function unique<T>(
  items: readonly T[],
  names: (item: T) => readonly string[],
  twice: (index: number, name: string) => void,
): void {
  const owners = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    for (const name of names(item)) {
      const key = fold(name);
      if ((owners.get(key) ?? index) !== index) twice(index, name);
      owners.set(key, index);
    }
  }
}

function headers(column: Column): readonly string[] {
  return [column.name, ...column.aliases];
}

function unitNames(unit: Profile['units'][number]): readonly string[] {
  return [unit.name, unit.officialName, ...unit.aliases];
}

function fold(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}
