import type { Column } from '../contract/templates.ts';
import { amountInYuan } from './amountText.ts';
import { hasIdShape, idPasses } from './idNumber.ts';
import { isDay } from './period.ts';
import { describeNonUscc, hasUsccShape, NO_CODE, usccPasses } from './uscc.ts';
import type { Report, RowContext, Values } from './validate.ts';

/** The checks of one filled cell beyond its form: codes, dates against each other, amounts, names. */
export function columnChecks(
  column: Column,
  value: string | number,
  values: Values,
  context: RowContext,
  report: Report,
): void {
  const text = String(value);
  switch (column.type) {
    case 'uscc':
      checkUscc(column, text, values, context, report);
      break;
    case 'id-number':
      if (documentIsId(column, values)) checkId(column, text, context, report);
      break;
    case 'subject-code':
      // Without a category beside it the code may be a person's or a company's.
      if (isPersons(column, text, values, context)) checkId(column, text, context, report);
      else checkUscc(column, text, values, context, report);
      break;
    case 'date':
      checkDate(column, text, values, context, report);
      break;
    case 'number':
      checkAmount(column, Number(value), values, report);
      break;
    case 'enum':
    case 'text':
      break;
    default:
      column.type satisfies never;
  }
  for (const check of column.checks) NAMED_CHECKS[check]?.(column, text, values, context, report);
}

function isPersons(column: Column, code: string, values: Values, context: RowContext): boolean {
  const category = textOf(values, column.decidedBy);
  if (category === '自然人') return true;
  if (category === '法人及非法人组织' || category === '个体工商户') return false;
  return hasIdShape(code, context.today) && !usccPasses(code);
}

function checkUscc(column: Column, code: string, values: Values, context: RowContext, report: Report): void {
  if (code === NO_CODE) return;
  const passes = usccPasses(code);
  if (!passes && hasIdShape(code, context.today)) report('uscc_format', column, '像个人身份号码');
  else if (!hasUsccShape(code)) report('uscc_format', column, describeNonUscc(code));
  else if (!passes) report('uscc_check_digit', column);
  else checkCategory(column, code, values, context, report);
}

/** 92 codes are sole proprietors and nobody else is (domain.md §1.4); the cell to mend is the category. */
function checkCategory(column: Column, code: string, values: Values, context: RowContext, report: Report): void {
  const category = context.template.columns.find((c) => c.id === column.decidedBy);
  const named = textOf(values, column.decidedBy);
  if (!category || (named !== '个体工商户' && named !== '法人及非法人组织')) return;
  if ((named === '个体工商户') !== code.startsWith('92')) report('uscc_category', category, code);
}

function checkId(column: Column, id: string, context: RowContext, report: Report): void {
  if (hasIdShape(id, context.today)) {
    if (!idPasses(id)) report('id_check_digit', column);
    return;
  }
  report('id_format', column, hasUsccShape(id) && usccPasses(id) ? '像单位的统一社会信用代码' : idFault(id));
}

function idFault(id: string): string {
  if (/\*/u.test(id)) return '号码经过遮盖';
  if (/^\d{15}$/u.test(id)) return '是 15 位旧号码';
  if (id.length !== 18) return `有 ${id.length} 位`;
  return /^\d{17}[\dX]$/u.test(id) ? '地区或出生日期不存在' : '含有不允许的字符';
}

/** An ID number is only checked as one when the document type says so, or says nothing. */
function documentIsId(column: Column, values: Values): boolean {
  const kind = textOf(values, column.decidedBy);
  return kind === '' || kind === '身份证';
}

function checkDate(column: Column, day: string, values: Values, context: RowContext, report: Report): void {
  // An order of day and month still asked for leaves the text as it is.
  if (!isDay(day)) return;
  if (column.date?.notFuture && day > context.today) report('date_future', column, context.today);
  if (column.date?.notFuture && day < FOUNDING) report('date_invalid', column, '早于 1949 年 10 月 1 日');
  const passed = column.date?.notBefore.find((field) => {
    const earlier = values.get(field)?.value;
    return typeof earlier === 'string' && isDay(earlier) && day < earlier;
  });
  if (passed === undefined) return;
  const name = context.template.columns.find((c) => c.id === passed)?.name ?? passed;
  report('date_order', column, `“${name}”${values.get(passed)?.value}`);
}

/** No agency of today decided anything before. */
const FOUNDING = '1949-10-01';

/** 罚款300元 beside 300 万元: the amount was probably typed in 元 (domain.md §1.5, rule 5). */
function checkAmount(column: Column, amount: number, values: Values, report: Report): void {
  const kind = column.name.includes('没收') ? '没收' : column.name.includes('罚款') ? '罚款' : null;
  const stated = column.number?.amountIn ? amountInYuan(textOf(values, column.number.amountIn), kind) : null;
  if (stated !== null && Math.abs(amount * 10000 - stated) > 0.01) report('amount_unit', column, String(stated));
}

type NamedCheck = (column: Column, text: string, values: Values, context: RowContext, report: Report) => void;

const NAMED_CHECKS: Readonly<Record<Column['checks'][number], NamedCheck>> = {
  'document-number': (column, text, _values, _context, report) => {
    if (/[[【（(［{「<]\s*(19|20)\d{2}\s*年?\s*[\]】）)］}」>]/u.test(text))
      report('doc_no_style', column, '年份应使用六角括号〔〕');
  },
  'subject-name': (column, text, _values, _context, report) => {
    const odd = /(?!\d)[\p{Cc}\p{Co}\p{Extended_Pictographic}@#$%^*_=+{}|\\~`<>?？！!；;“”"]/u.exec(text);
    if (odd) report('special_chars', column, odd[0]);
  },
  // The code beside it is checked against the category there.
  'subject-category': () => {},
  'agency-code': () => {},
  // Read as phones; what they ought to look like no standard says.
  phone: () => {},
  'issuing-unit': (column, text, _values, context, report) => {
    const { units, foreign, doubtful } = context.matcher.mentionsIn(text);
    const isOwn = ({ unit }: { readonly unit: { readonly id: string } }): boolean =>
      unit.id === context.unit?.id || context.heirs.has(unit.id);
    // The name of a unit that was merged means it and who went on from it alike. An agency nobody here knows is another one all the
    // same; a brigade or an office of the unit need not name it.
    const other =
      units.length > 0
        ? !units.some(isOwn)
        : !doubtful.some(isOwn) && (foreign.length > 0 || /(局|委员会|人民政府|办事处|检察院|法院)$/u.test(text));
    if (context.unit && other) report('unit_mismatch', column, context.unit.name);
  },
  'commitment-number': (column, text, values, _context, report) => {
    const made = textOf(values, column.decidedBy).replaceAll('-', '');
    if (!/^\d{20}$/u.test(text)) report('doc_no_style', column, '应为 20 位：区划 6 位、日期 8 位、流水号 6 位');
    else if (/^\d{8}$/u.test(made) && text.slice(6, 14) !== made)
      report('doc_no_style', column, `第 7—14 位应为承诺作出日期 ${made}`);
  },
};

function textOf(values: Values, field: string | undefined): string {
  const value = field === undefined ? null : (values.get(field)?.value ?? null);
  return value === null ? '' : String(value);
}
