import path from 'node:path';
import type { Finding } from '../../electron/contract/findings.ts';
import { DEFAULT_INTAKE_POLICY } from '../../electron/contract/profiles.ts';
import type { CellContent, Sheet } from '../../electron/contract/sheets.ts';
import type { Template } from '../../electron/contract/templates.ts';
import { analyseWorkbook } from '../../electron/core/analyse.ts';
import type { AnalyseContext, AnalysedTable, SheetAnalysis } from '../../electron/core/analysed.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { resolveDuty } from '../../electron/core/directory.ts';
import { cadenceKind } from '../../electron/core/period.ts';
import { loadResources } from '../../electron/io/resources.ts';

/** What a test writes for one cell: text, number, nothing, or a cell in full. */
export type CellDraft = string | number | null | Partial<CellContent>;

export interface SheetDraft {
  readonly name?: string;
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hidden?: boolean;
  readonly pictures?: number;
  readonly hiddenColumns?: readonly number[];
  readonly shapes?: number;
  readonly filtered?: true;
  /** Row of the first line, 1 unless told. */
  readonly firstRow?: number;
  /** Column of the first cell, 1 unless told. */
  readonly firstColumn?: number;
}

/** A sheet as the intake hands it over; empty cells and rows are absent. */
export function sheetOf(lines: readonly (readonly CellDraft[])[], draft: SheetDraft = {}): Sheet {
  const firstRow = draft.firstRow ?? 1;
  const rows = lines.flatMap((line, index) => {
    const cells = line.flatMap((cell, at) => {
      const content = cellOf(cell, (draft.firstColumn ?? 1) + at);
      return content ? [content] : [];
    });
    const row = firstRow + index;
    return cells.length === 0 ? [] : [{ row, hidden: draft.hiddenRows?.includes(row) ?? false, cells }];
  });
  return {
    name: draft.name ?? 'Sheet1',
    hidden: draft.hidden ?? false,
    rows,
    merges: draft.merges ?? [],
    hiddenColumns: draft.hiddenColumns ?? [],
    pictures: draft.pictures ?? 0,
    ...(draft.shapes === undefined ? {} : { shapes: draft.shapes }),
    ...(draft.filtered === undefined ? {} : { filtered: draft.filtered }),
  };
}

export function cellOf(draft: CellDraft, column = 1): CellContent | null {
  if (draft === null || draft === '') return null;
  if (typeof draft === 'string') return { column, text: draft, type: 'string', value: draft, format: 'General' };
  if (typeof draft === 'number')
    return { column, text: String(draft), type: 'number', value: draft, format: 'General' };
  return { column, text: '', type: 'string', value: draft.text ?? '', format: 'General', ...draft };
}

/** A real date cell. */
export const dateCell = (day: string): Partial<CellContent> => ({
  text: day.replaceAll('-', '/'),
  type: 'date',
  value: day,
  format: 'yyyy/m/d',
});

/** An 18-digit number whose last digits the workbook lost. */
export const lostDigits = (text: string): Partial<CellContent> => ({
  text,
  type: 'number',
  value: Number(text),
  format: '0',
  precisionLost: true,
});

const resources = loadResources(path.resolve('resources'));
const profile = resources.profiles.get('xixia-2022');
if (!profile) throw new Error('xixia-2022');

export function templateOf(id: string): Template {
  const template = resources.templates.find((t) => t.id === id);
  if (!template) throw new Error(id);
  return template;
}

/** The county as set up in the shipped profile, a file received on Friday 2022-04-29 at 16:00. */
export const DESK: AnalyseContext = {
  file: '新建工作表.xlsx',
  receivedAt: '2022-04-29T16:00',
  sender: null,
  senderUnit: null,
  learned: [],
  mappings: [],
  policy: DEFAULT_INTAKE_POLICY,
  profile: profile.office.id,
  county: profile.office.county,
  templates: resources.templates,
  units: profile.units.map((unit) => ({
    ...unit,
    sends: unit.kind !== 'office' && unit.kind !== 'supervision',
  })),
  duties: profile.duties.flatMap((duty) => {
    const periodKind = cadenceKind(duty.cadence);
    return periodKind === null ? [] : [{ ...resolveDuty(duty, profile.groups, profile.office.settings), periodKind }];
  }),
  severities: resources.severities,
  overrides: [],
};

export function analyse(sheets: readonly Sheet[], context: Partial<AnalyseContext> = {}): SheetAnalysis[] {
  return analyseWorkbook({ format: 'xlsx', sheets }, { ...DESK, ...context }, createCalendar());
}

/** The one table of one sheet. */
export function tableOf(sheet: Sheet, context: Partial<AnalyseContext> = {}): AnalysedTable {
  const [analysed] = analyse([sheet], context);
  if (analysed?.kind !== 'table') throw new Error(`no table: ${analysed?.kind}`);
  return analysed;
}

export type RowDraft = Readonly<Record<string, CellDraft>>;

/** Header line of a template's own names, or of some of its fields. */
export function headerOf(id: string, fields?: readonly string[]): string[] {
  const { columns } = templateOf(id);
  return (fields ?? columns.map((c) => c.id)).map((field) => columns.find((c) => c.id === field)?.name ?? field);
}

/** Title row, header in row 2, data from row 3; rows hold the fields given over a faultless record. */
export function tableSheet(id: string, rows: readonly RowDraft[], draft: SheetDraft & { title?: string } = {}): Sheet {
  const fields = templateOf(id).columns.map((c) => c.id);
  return sheetOf(
    [
      [draft.title ?? '西峡县市场监督管理局报送表（2022年第17周）'],
      headerOf(id),
      ...rows.map((row, i) => {
        const values: RowDraft = { ...good(id, i + 1), ...row };
        return fields.map((field) => values[field] ?? null);
      }),
    ],
    draft,
  );
}

/** Column letter of a field in `tableSheet`. */
export function letterOf(id: string, field: string): string {
  const at = templateOf(id).columns.findIndex((c) => c.id === field);
  return at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;
}

/** All findings of a table in short: `3 D3 uscc_check_digit error`. */
export function findingsOf(table: AnalysedTable): string[] {
  return allFindings(table).map((f) => `${f.row} ${f.cell} ${f.rule} ${f.severity}`);
}

export function allFindings(table: AnalysedTable): Finding[] {
  return [...table.records.flatMap((record) => record.findings), ...table.otherFindings];
}

export const COMPANY = '91350100M000100Y43';
export const AGENCY = '11230500001755309F';
export const PERSON = '11010519491231002X';

/** A faultless record of a template; `n` tells records apart. */
export function good(id: string, n: number): RowDraft {
  const subject = { name: `西峡县顺达${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${n}商贸有限公司` };
  switch (id) {
    case 'penalty-legal':
    case 'penalty-person':
      return {
        CF_XDR_MC: id === 'penalty-legal' ? subject.name : `王小${'甲乙丙丁戊己庚辛壬癸'[n % 10]}`,
        CF_XDR_LB: id === 'penalty-legal' ? '法人及非法人组织' : '自然人',
        CF_XDR_SHXYM: COMPANY,
        CF_FRDB: '张三',
        CF_XDR_ZJLX: '身份证',
        CF_XDR_ZJHM: PERSON,
        CF_WSH: `西市监罚〔2022〕${n}号`,
        CF_WFXW: '广告违法行为',
        CF_SY: `发布虚假广告${n}次`,
        CF_YJ: '《广告法》第五十五条',
        CF_CFLB: '罚款',
        CF_NR: '罚款300元',
        CF_NR_FK: 0.03,
        CF_JDRQ: '2022/04/26',
        CF_YXQ: '2023/04/26',
        CF_GSJZQ: '2022/07/26',
        CF_CFJG: '西峡县市场监督管理局',
        CF_CFJGDM: AGENCY,
        CF_SJLY: '西峡县市场监督管理局',
        CF_SJLYDM: AGENCY,
      };
    case 'permit-legal':
      return {
        XK_XDR_MC: subject.name,
        XK_XDR_LB: '法人及非法人组织',
        XK_XDR_SHXYM: COMPANY,
        XK_FRDB: '张三',
        XK_XKWS: '食品经营许可决定书',
        XK_WSH: `西市监许〔2022〕${n}号`,
        XK_XKLB: '普通',
        XK_NR: `准予食品经营${n}`,
        XK_JDRQ: '2022/04/26',
        XK_YXQZ: '2022/04/26',
        XK_YXQZI: '2027/04/25',
        XK_XKJG: '西峡县市场监督管理局',
        XK_XKJGDM: AGENCY,
        XK_ZT: '1',
        XK_LYDW: '西峡县市场监督管理局',
        XK_LYDWDM: AGENCY,
      };
    case 'commitment':
      return {
        promiseNo: `41132320220426${String(n).padStart(6, '0')}`,
        promisor: subject.name,
        promisorKind: '法人及非法人组织',
        promisorCode: COMPANY,
        promiseKind: '主动型',
        matter: '自愿',
        content: `依法经营${n}`,
        liability: '承担责任',
        promisedOn: '2022/04/26',
        validUntil: '2023/04/26',
        fulfilment: '全部履行',
        acceptedBy: '西峡县市场监督管理局',
        acceptedByCode: AGENCY,
        publicity: '可向社会公开',
      };
    case 'publicity':
      return { unit: '西峡县市场监督管理局', title: `诚信宣传活动${n}`, publishedOn: '2022/04/26', kind: '活动报道' };
    default:
      // Those of the other templates are in goodRows.ts.
      return {};
  }
}
