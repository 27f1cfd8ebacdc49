import type { BatchDetail, BatchSummary, UndoResult } from '../contract/batches.ts';
import type { BlankFile } from '../contract/blanks.ts';
import type { FilePlan, ImportResult } from '../contract/imports.ts';
import type { VerifyResult } from '../contract/overview.ts';
import type { InitResult, ProfileSummary } from '../contract/profiles.ts';
import type { ReturnedFile } from '../contract/returns.ts';
import type { WorkbookListing } from '../contract/sheets.ts';
import type { Grid, Rates } from '../contract/status.ts';
import type { Template, TemplateSummary } from '../contract/templates.ts';
import type { Upload, UploadPreview, UploadResult } from '../contract/uploads.ts';
import { ratePrinted } from '../contract/words.ts';
import { table } from './table.ts';

export function profiles(list: readonly ProfileSummary[]): string {
  return table(
    ['编号', '县', '办公室', '依据', '单位', '事项'],
    list.map((p) => [p.id, p.county, p.office, p.documentNo, p.units, p.duties]),
  );
}

export function init(result: InitResult): string {
  return `已按 ${result.profile} 建立：${result.units} 个成员单位，${result.duties} 个报送事项，${result.templates} 个模板。`;
}

export function templates(list: readonly TemplateSummary[]): string {
  return table(
    ['编号', '模板', '列', '必填', '事项'],
    list.map((t) => [t.id, t.title, t.columns, t.required, t.duties.join(' ')]),
  );
}

export function template({ id, title, version, columns }: Template): string {
  const rows = columns.map((one) => [
    ...[one.id, one.name, one.type, one.required ? '是' : one.requiredWhen.length > 0 ? '有条件' : '', one.length],
    one.codes?.values.join('、') ?? '',
  ]);
  return `${id}  ${title}（${version}）\n${table(['字段', '列', '类型', '必填', '最长', '代码'], rows)}`;
}

export function importResult(result: ImportResult): string {
  const lines = result.files.flatMap(fileLines);
  if (result.files.length === 0) return '给出的文件夹里没有文件，没有写入数据。请核对路径。';
  const batch = result.batch === null ? '没有写入数据。' : `已入库，批次 ${result.batch}。`;
  return [...lines, batch].join('\n');
}

function fileLines(file: FilePlan): string[] {
  const tables = file.tables.map((t) => {
    const counts = `记录 ${t.records}，合规 ${t.compliant}，新增 ${t.added}，更改 ${t.changed}，未变 ${t.unchanged}，删除 ${t.removed}，略过 ${t.skipped.length}，问题 ${t.findings.length}`;
    return `    ${t.sheet}：${t.unit?.name ?? '单位？'} / ${t.duty?.title ?? '事项？'} / ${t.period ?? '报送期？'}  ${counts}`;
  });
  const asksPassword = file.question?.code === 'encrypted' || file.question?.code === 'wrong_password';
  const said = `${file.message ?? ''}${asksPassword ? '（命令行用 --password 给出密码）' : ''}`;
  return [`[${FILE_STATUS[file.status]}] ${file.name}${said === '' ? '' : `  ${said}`}`, ...tables];
}

export function listing(book: WorkbookListing): string {
  return book.sheets
    .map((sheet) => {
      const rows = sheet.rows.map(
        (row) => `${row.row}${row.hidden ? '（隐藏）' : ''}  ${row.cells.map((c) => `${c.cell}=${c.text}`).join('  ')}`,
      );
      return [`【${sheet.name}】${sheet.hidden ? '（隐藏）' : ''}`, ...rows].join('\n');
    })
    .join('\n\n');
}

export function batches(list: readonly BatchSummary[]): string {
  return table(
    ['批次', '入库时间', '收件时间', '文件', '表', '记录', '撤销时间'],
    list.map((b) => [b.id, b.committedAt, b.receivedAt, b.files, b.tables, b.records, b.undoneAt]),
  );
}

export function batch({ id, committedAt, receipts, corrections, undoneAt }: BatchDetail): string {
  const files = receipts.map((one) => [one.number, one.file, FILE_STATUS[one.status], one.name, one.message ?? '']);
  const mended = corrections.map(
    (one) => `  ${one.title} ${one.column}：${one.before} → ${one.after}（${one.reason}）`,
  );
  return [
    `${id}  ${committedAt.replace('T', ' ')}${undoneAt === null ? '' : `，已于 ${undoneAt.replace('T', ' ')} 撤销`}`,
    ...(files.length > 0 ? [table(['回执', '文件编号', '结果', '文件', '说明'], files)] : []),
    ...mended,
  ].join('\n');
}

export function undo(result: UndoResult): string {
  const { batch, removed, kept, corrected } = result;
  const lines = corrected.map((one) => `  保留：${one.title}（${one.by || '经办人'}于 ${one.at} 更正过）`);
  return [
    `批次 ${batch} 已撤销：收回 ${removed} 条，保留 ${kept} 条（其他文件也含有，或之后作过更正）。`,
    ...lines,
  ].join('\n');
}

export function returned(list: readonly ReturnedFile[]): string {
  return table(
    ['单位', '原文件', '问题', '其中错误', '退回件', '退回通知', '邮件草稿'],
    list.map((r) => [r.unitName, r.source, r.findings, r.errors, r.workbook, r.notice, r.mail]),
  );
}

export function uploaded({ upload, rows, held, gone, written }: UploadResult): string {
  const kept = held.length === 0 ? '' : `；另有 ${held.length} 条未汇总`;
  const told =
    written === null ? `没有可汇总的记录${kept}。` : `已汇总 ${rows} 条到 ${written.path}（${upload}）${kept}。`;
  if (gone.length === 0) return told;
  const lines = gone.map((one) => `  ${one.title}（${one.unit} ${one.period}，${one.upload}）：${GONE_HOW[one.how]}`);
  return [told, `有 ${gone.length} 条上报之后被删除或撤销，须在市平台更正：`, ...lines].join('\n');
}

export function uploads(list: readonly Upload[]): string {
  if (list.length === 0) return '还没有汇总上报。';
  return table(
    ['编号', '时间', '模板', '报送期', '条数', '文件', '撤销时间'],
    list.map((u) => [u.id, u.at.replace('T', ' '), u.template, u.period, u.rows, u.file, u.undoneAt]),
  );
}

export function uploadPreview({ rows, units, held }: UploadPreview): string {
  return [
    `可汇总 ${rows} 条，另有 ${held.length} 条不汇总。`,
    ...units.map((one) => `  ${one.unit} ${one.rows} 条`),
    ...held.map((one) => `  不汇总：${one.unit} ${one.title}（${one.detail}）`),
  ].join('\n');
}

const GONE_HOW = { removed: '重报的文件里已没有', undone: '导入已撤销' } as const;

export function undoneUpload({ id, rows }: Upload): string {
  return `汇总 ${id} 已撤销：${rows} 条恢复为未上报，可以再次汇总。已交到市平台的内容和写出的文件不受影响。`;
}

export function blanks(list: readonly BlankFile[]): string {
  return table(
    ['事项', '模板', '单位', '文件'],
    list.map((b) => [b.duty, b.template, b.unit ?? '', b.out]),
  );
}

export function grid(g: Grid): string {
  return table(
    ['单位', '事项', '报送期', '截止时间', '状态', '收到时间', '数量'],
    g.cells.map((c) => [
      c.unit,
      c.duty,
      c.period,
      c.due?.replace('T', ' ') ?? null,
      `${CELL_STATUS[c.status]}${c.assigned ? '' : '（非应报）'}`,
      c.receivedAt?.replace('T', ' ') ?? null,
      c.count,
    ]),
  );
}

export function rates(r: Rates): string {
  const placed = r.units.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
  const rows = [...placed, { ...r.total, name: '合计', place: null, unit: '' }];
  const body = table(
    ['名次', '单位', '应报', '已报', '迟报', '上报率', '记录', '合规', '合规率', '及时', '及时率', '得分'],
    rows.map((u) => [
      u.place,
      u.name,
      u.expected,
      u.met,
      u.late,
      ratePrinted(u.reportRate),
      u.records,
      u.compliant,
      ratePrinted(u.complianceRate),
      u.timely,
      ratePrinted(u.timelinessRate),
      u.score === null ? null : u.score.toFixed(2),
    ]),
  );
  return `${body}\n${r.formula}`;
}

export function verify(v: VerifyResult): string {
  const faults = [
    ...v.missingOriginals.map((h) => `缺少原件 ${h}`),
    ...v.damagedOriginals.map((h) => `原件已损坏 ${h}`),
  ];
  const integrity = v.integrity === 'ok' ? '完好' : v.integrity;
  return [`${v.file}：${integrity}，原件 ${v.originals} 份。`, ...faults].join('\n');
}

const FILE_STATUS = {
  ready: '可入库',
  committed: '已入库',
  unchanged: '未变化',
  question: '有疑问',
  rejected: '不能读取',
  attachment: '附件',
} as const;
/** States of a square of the grid. */
export const CELL_STATUS = {
  reported: '已报',
  late: '迟报',
  zero: '零报',
  missing: '未报',
  pending: '待报',
  returned: '退回',
  exempt: '免报',
  partial: '不足',
} as const;
