import type { CaseItem, CaseOrigin } from '../../contract/cases.ts';
import type { Column, Template } from '../../contract/templates.ts';
import { periodTitle } from '../../core/period.ts';
import { writeUploadWorkbook } from './uploadWorkbook.ts';

/** A ledger of cases as `.xlsx`: `unit` by its name and the period before the template's columns, origin and files behind; codes as text. */
export function writeCaseListWorkbook(template: Template, cases: readonly CaseItem[]): Promise<Uint8Array> {
  const columns = [...BEFORE.map(textColumn), ...template.columns, ...BEHIND.map(textColumn)];
  return writeUploadWorkbook({ ...template, title: `${template.title}台账`, columns }, rowsOf(cases));
}

function* rowsOf(cases: readonly CaseItem[]) {
  for (const { unit, period, values, title, origin, pieces, receivedAt, attachments } of cases)
    yield {
      ...values,
      '@unit': unit,
      '@period': periodTitle(period),
      '@title': title,
      '@origin': pieces === 1 ? ORIGINS[origin] : `${ORIGINS[origin]}（${pieces} 件）`,
      '@received': receivedAt.replace('T', ' '),
      '@files': attachments.map(({ name }) => name).join('；'),
    };
}

const BEFORE = [
  ['@unit', '成员单位'],
  ['@period', '报送期'],
  ['@title', '案例'],
] as const;
const BEHIND = [
  ['@origin', '来源'],
  ['@received', '首次收到'],
  ['@files', '附件材料'],
] as const;
const ORIGINS: Readonly<Record<CaseOrigin, string>> = {
  file: '报表',
  article: '稿件',
  paper: '纸质登记',
  typed: '录入',
};

/** A column of the ledger itself; `@` stands before no field of a template. */
function textColumn([id, name]: readonly [string, string]): Column {
  return {
    id,
    name,
    aliases: [],
    type: 'text',
    length: null,
    required: false,
    requiredWhen: [],
    mustBeEmptyWhen: [],
    codes: null,
    number: null,
    date: null,
    checks: [],
  };
}
