import { resolve } from 'node:path';
import { type CircularDocument, DOCUMENT_FORMATS, type WrittenFile } from '../contract/circulars.ts';
import { CELL_STATES, type FigureRef, type FigureRows, RECORD_STATES } from '../contract/figures.ts';
import { CIRCULAR_KINDS, type CircularKind } from '../contract/papers.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, listed, needed, oneOf, wholeNumber } from './arguments.ts';
import { type Ask, answer, type Command } from './command.ts';
import { dutyNamed, templateIds, unitIds } from './named.ts';
import { outFormat } from './outFormat.ts';
import { CELL_STATUS } from './show.ts';
import { table } from './table.ts';

/** `circular`: what the data say in a circular, without keeping it; `figures`: the rows behind a number. */
export const CIRCULAR_COMMANDS = {
  async circular(line, ask) {
    const { options } = line;
    const format = outFormat(options.out, DOCUMENT_FORMATS);
    const { duties = null, units = null } = await scopeOf(line, ask);
    const document = await ask('circulars.compose', {
      period: needed(options, 'period'),
      asOf: options['as-of'],
      no: wholeNumber(options, 'no'),
      kind: kindOf(options.kind),
      scope: { duties, units },
    });
    const written =
      format === null ? null : await ask('circulars.write', { document, format, out: resolve(options.out ?? '') });
    const json = {
      ...document,
      introduction: document.introduction.map(({ text }) => text),
      sections: document.sections.map(({ heading, paragraphs }) => ({
        heading,
        paragraphs: paragraphs.map(({ text }) => text),
      })),
      tables: document.tables.map((annex) => ({ ...annex, columns: annex.columns.map(({ title }) => title) })),
      out: written?.path ?? null,
    };
    const free = await unregistered(line, ask, document);
    return answer(json, () => [circularText(document, written), ...free].join('\n'));
  },
  async figures(line, ask) {
    const { options } = line;
    const asOf = options['as-of'] ?? (await ask('app.info', {})).now;
    const at = { period: needed(options, 'period'), asOf, ...(await scopeOf(line, ask)) };
    const limit = wholeNumber(options, 'limit');
    const rows = await ask('figures.open', { ref: await refOf(line, at, ask), limit });
    return answer(rows, () => figureText(rows));
  },
} satisfies Record<string, Command>;

/** A number that is printed and stands in no register may be given to another paper: whoever asked for it is told. */
async function unregistered({ options }: CommandLine, ask: Ask, { documentNo }: CircularDocument): Promise<string[]> {
  if (options.no === undefined) return [];
  const asOf = options['as-of'] ?? (await ask('app.info', {})).now;
  const { numbers } = await ask('numbers.list', { year: Number(asOf.slice(0, 4)) });
  if (numbers.some(({ text }) => text === documentNo)) return [];
  return [`注意：${documentNo} 还没有登记。请先用 numbers reserve 预留，或用 papers 起草、印发，由登记簿给号。`];
}

/** The kind of circular asked for; what is no circular is refused with the command that makes it. */
function kindOf(text: string | undefined): CircularKind | undefined {
  const command = text === undefined ? undefined : ELSEWHERE.get(text);
  if (command !== undefined)
    throw new Refusal('usage', `circular 只起草通报，--kind 应为 ${CIRCULAR_KINDS.join(' | ')}；${command}`);
  return text === undefined ? undefined : oneOf(text, CIRCULAR_KINDS, 'kind');
}

const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['assessment', '考核通报用 papers new --kind assessment'],
  ['letter', '催报函用 remind letters'],
  ['correction', '更正用 papers correct'],
]);

async function scopeOf({ options }: CommandLine, ask: Ask) {
  const duties: string[] = [];
  for (const text of listed(options.duty) ?? []) duties.push((await dutyNamed(ask, text)).id);
  const units = await unitIds(ask, listed(options.unit) ?? []);
  return { ...(duties.length > 0 && { duties }), ...(units.length > 0 && { units }) };
}

type At = Omit<Extract<FigureRef, { readonly kind: 'units' }>, 'kind'>;

async function refOf({ options }: CommandLine, at: At, ask: Ask): Promise<FigureRef> {
  const of = oneOf(options.of ?? 'cells', ['cells', 'records', 'units'], 'of');
  switch (of) {
    case 'cells':
      return { kind: of, ...at, state: oneOf(needed(options, 'kind'), CELL_STATES, 'kind') };
    case 'records': {
      const templates = listed(options.template);
      const state = oneOf(needed(options, 'kind'), RECORD_STATES, 'kind');
      return { kind: of, ...at, state, ...(templates && { templates: await templateIds(ask, templates) }) };
    }
    case 'units':
      return { kind: of, ...at };
    default:
      return of satisfies never;
  }
}

function circularText(document: CircularDocument, written: WrittenFile | null): string {
  const sections = document.sections.flatMap((s) => [s.heading, ...s.paragraphs.map(({ text }) => text)]);
  const introduction = document.introduction.map(({ text }) => text);
  const lines = [document.title, document.documentNo, `${document.addressee}：`, ...introduction, ...sections];
  return [...lines, written ? `已写入 ${written.path}` : ''].filter((line) => line !== '').join('\n');
}

function figureText(rows: FigureRows): string {
  const head = `${rows.title}：${rows.total}`;
  return [head, bodyOf(rows)].join('\n');
}

function bodyOf(rows: FigureRows): string {
  switch (rows.kind) {
    case 'cells':
      return table(
        ['单位', '事项', '报送期', '截止', '状态', '收到', '数量'],
        rows.cells.map((c) => [c.unitName, c.dutyTitle, c.period, c.due, CELL_STATUS[c.status], c.receivedAt, c.count]),
      );
    case 'records':
      return table(
        ['编号', '单位', '模板', '文件', '行', '合规', '及时'],
        rows.records.map((r) => [
          r.id,
          r.unit,
          r.template,
          r.file,
          r.row,
          r.compliant ? '是' : '否',
          r.timely === null ? '—' : r.timely ? '是' : '否',
        ]),
      );
    case 'units':
      return table(
        ['编号', '单位'],
        rows.units.map(({ unit, name }) => [unit, name]),
      );
    case 'lines':
      return rows.lines.map(({ text }) => text).join('\n');
    default:
      return rows satisfies never;
  }
}
