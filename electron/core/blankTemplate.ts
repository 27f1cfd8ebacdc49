import type { BlankMark } from '../contract/blanks.ts';
import type { Column, Condition, Template } from '../contract/templates.ts';

/** One column of a template that is handed out. */
export interface BlankColumn {
  /** `*处罚决定日期`: the star, as the recogniser knows, says that it must be filled. */
  readonly header: string;
  readonly required: boolean;
  /** How its cells are kept: what would lose digits or turn into a date is text. */
  readonly kind: 'text' | 'date' | 'plain';
  readonly width: number;
  /** What to fill in, as a comment on the header. */
  readonly note: string;
  /** Values to choose from; null: none. */
  readonly choices: readonly string[] | null;
  /** Nothing but the choices is accepted. */
  readonly strict: boolean;
}

/** Columns of a blank template in the standard's order. */
export function blankColumns(template: Template): BlankColumn[] {
  return template.columns.map((column) => ({
    header: `${column.required ? '*' : ''}${column.name}`,
    required: column.required,
    kind: kindOf(column),
    width: widthOf(column),
    note: noteOf(column, template),
    choices: column.codes?.values ?? (column.listed ? Object.keys(column.listed.values) : null),
    // A list of Excel cannot hold several values in a cell, nor `其他-具体内容`.
    strict: column.codes !== null && !column.codes.multiple && !column.codes.otherWithText,
  }));
}

/** Lines of the sheet 填表说明, one cell each: a table there would be taken for data. */
export function blankInstructions(
  template: Template,
  context: { readonly duty: string; readonly dueText: string },
): string[] {
  return [
    '填表说明',
    `本表用于“${context.duty}”。${context.dueText === '' ? '' : `报送时限：${context.dueText}。`}`,
    '请直接在本文件中填写并发回，不要改动表头、不要增删列，也不要把内容复制到别的文件：本文件能被信用办工作台直接识别。',
    '带 * 号的红色列必须填写；鼠标停在表头上可看到该列的填写要求。',
    '代码、证件号码、文书号等列已设为文本格式，粘贴时请选“只粘贴值”，以免末几位变成 0。',
    '日期写成 2022/04/18 的样子；长期有效的写“长期”。金额的单位见表头。',
    '没有数据的列留空，不要填“无”“/”“0”。本期没有发生的，不必填表，请按零报送附情况说明。',
    ...template.columns.map(
      (column, index) => `第 ${index + 1} 列 ${column.name}：${noteOf(column, template).replaceAll('\n', '')}`,
    ),
  ];
}

/** Cells A1:B6 of the hidden sheet by which a returned workbook recognises itself. */
export function markRows({ profile, unit, duty, template, period }: BlankMark): [string, string][] {
  return [
    [MARK_NAME, MARK_VERSION],
    ['profile', profile],
    ['unit', unit ?? ''],
    ['duty', duty],
    ['template', template],
    ['period', period ?? ''],
  ];
}

export const MARK_NAME = 'credit-desk';
export const MARK_VERSION = '1';

const CODE_TYPES: ReadonlySet<Column['type']> = new Set(['uscc', 'id-number', 'subject-code', 'enum']);
/** Longer texts are prose; old programs show them as ##### in a text cell. */
const LONGEST_CODE = 64;

function kindOf({ type, length, checks }: Column): BlankColumn['kind'] {
  if (type === 'date') return 'date';
  if (CODE_TYPES.has(type) || checks.includes('document-number')) return 'text';
  return type === 'text' && length !== null && length <= LONGEST_CODE ? 'text' : 'plain';
}

function widthOf({ type, length, name }: Column): number {
  const asked = type === 'uscc' || type === 'id-number' || type === 'subject-code' ? 22 : (length ?? 0) > 256 ? 36 : 14;
  return Math.min(40, Math.max(asked, Math.min(24, name.length * 2 + 3)));
}

function noteOf(column: Column, template: Template): string {
  const { required, requiredWhen, mustBeEmptyWhen, length, codes } = column;
  const when = (conditions: readonly Condition[]) => conditions.map((one) => conditionText(one, template)).join('，或');
  const lines = [required ? '必填。' : requiredWhen.length > 0 ? `${when(requiredWhen)}时必填。` : '选填。'];
  if (mustBeEmptyWhen.length > 0) lines.push(`${when(mustBeEmptyWhen)}时须为空。`);
  lines.push(contentText(column, template));
  if (codes?.multiple) lines.push('可填多项，用英文分号 ; 隔开。');
  if (codes?.otherWithText) lines.push('选“其他”的，写成“其他-具体内容”。');
  if (length !== null) lines.push(`最长 ${length} 个字符。`);
  return lines.filter((line) => line !== '').join('\n');
}

function contentText({ type, codes, number, date, checks }: Column, template: Template): string {
  switch (type) {
    case 'uscc':
      return '18 位统一社会信用代码，不能有空格。';
    case 'id-number':
      return '证件号码；居民身份证为 18 位，末位 X 大写。';
    case 'subject-code':
      return '法人填 18 位统一社会信用代码，自然人填居民身份证号码。';
    case 'date':
      return `日期，如 2022/04/18。${date?.notFuture ? '不能晚于今天。' : ''}${notBeforeText(date?.notBefore ?? [], template)}${date?.longTerm ? '长期有效的填“长期”。' : ''}`;
    case 'number':
      return `只填数字，不带单位，最多 ${number?.decimals ?? 0} 位小数。`;
    case 'enum':
      return codes ? `从列表中选择：${codes.values.join('、')}。` : '';
    case 'text':
      if (checks.includes('document-number')) return '照决定书写全文号，年份用〔〕括起。';
      return checks.includes('subject-name') ? '写全称，与证照一致。' : '';
    default:
      return type satisfies never;
  }
}

function notBeforeText(fields: readonly string[], template: Template): string {
  return fields.map((field) => `不能早于“${nameOf(field, template)}”。`).join('');
}

function conditionText(condition: Condition, template: Template): string {
  const name = `“${nameOf(condition.field, template)}”`;
  if ('is' in condition) return `${name}${condition.is === 'empty' ? '为空' : '已填写'}`;
  if ('in' in condition) return `${name}为${condition.in.join('、')}`;
  return 'notIn' in condition
    ? `${name}不是${condition.notIn.join('、')}`
    : `${name}含${condition.contains.join('、')}`;
}

function nameOf(field: string, template: Template): string {
  return template.columns.find((column) => column.id === field)?.name ?? field;
}
