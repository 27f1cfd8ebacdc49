import type {
  CircularDocument,
  CircularParagraph,
  CircularSection,
  CircularTable,
  DocumentForm,
} from '../contract/circulars.ts';
import type { Office } from '../contract/profiles.ts';
import { innerQuotes, quoted } from '../contract/quotation.ts';
import type { Day, Moment } from '../contract/time.ts';
import type { KeyedCorrection } from './corrections.ts';
import { maskLikelyNumbers } from './masking.ts';
import { chineseDay } from './period.ts';

/** What a 更正 is written from. */
export interface CorrectionInput {
  readonly office: Office;
  /** The paper as it was issued. */
  readonly original: CircularDocument;
  readonly corrections: readonly KeyedCorrection[];
  /** The annexes as the data have them now: one with many rows to correct is printed anew. */
  readonly now: readonly CircularTable[];
  /** What issued corrections of the same paper said (`toldBy`): it is not said twice. */
  readonly told: ReadonlySet<string>;
  readonly asOf: Moment;
  readonly date: Day;
  readonly form: DocumentForm;
}

/**
 * Writes the notice that corrects an issued paper, headings without numbers: 现将《…》（文号）有关内容更正如下：一、正文 1.“…”中，原“…”更正为“…”。
 * The text and each annex are a section; the cells of a row are one item. An annex with many rows to correct is put behind the notice as it
 * is now, in place of the items. It goes to whom the paper went.
 */
export function composeCorrection(input: CorrectionInput): CircularDocument {
  const { office, original, asOf, date, form } = input;
  const title = quotedTitle(original, office);
  const tables = annexesAnew(input);
  const no = original.documentNo === '' ? '' : `（${original.documentNo}）`;
  return {
    period: original.period,
    asOf,
    form,
    letterhead: office.letterhead,
    documentNo: '',
    title: `${office.office}关于更正${title}有关内容的通知`,
    addressee: original.addressee,
    introduction: [{ key: 'intro', level: 'body', text: `现将${original.date}印发的${title}${no}有关内容更正如下：` }],
    sections: sectionsOf(input, tables),
    tables,
    signature: office.office,
    date: chineseDay(date),
    remark: original.remark,
    copyTo: original.copyTo,
    issuer: office.office,
  };
}

/** What a correction has said, to be known again: its items and the annexes that it printed anew. */
export function toldBy(items: readonly string[], tables: readonly CircularTable[]): string[] {
  return [...items, ...tables.map(tableTold)];
}

function tableTold({ key, rows }: CircularTable): string {
  return JSON.stringify([key, rows]);
}

/** Nobody follows more than these from row to row. */
const MOST_ROWS = 10;

function annexesAnew({ corrections, now, told }: CorrectionInput): CircularTable[] {
  const blocks = byBlock(corrections);
  const many = now.filter(
    (table) => blocks.filter(([{ row }]) => row?.table === table.key).length > MOST_ROWS && !told.has(tableTold(table)),
  );
  return many.map((table, index) => ({ ...table, label: many.length === 1 ? '附件' : `附件${index + 1}` }));
}

interface Group {
  readonly key: string;
  readonly heading: string;
  readonly paragraphs: CircularParagraph[];
}

function sectionsOf(input: CorrectionInput, anew: readonly CircularTable[]): CircularSection[] {
  const { original, corrections, now, told } = input;
  const printed = new Set([...anew, ...now.filter((table) => told.has(tableTold(table)))].map(({ key }) => key));
  const groups = new Map<string, Group>();
  for (const items of byBlock(corrections)) {
    const [first] = items;
    if (first.row !== null && printed.has(first.row.table)) {
      const table = anew.find(({ key }) => key === first.row?.table);
      if (table === undefined || groups.has(table.key)) continue;
      const text = `更正的内容较多，以本通知${table.label}为准。`;
      const paragraphs: CircularParagraph[] = [{ key: `correct/${table.key}`, level: 'third', text }];
      groups.set(table.key, { key: `correct-${table.key}`, heading: headingOf(original, first), paragraphs });
      continue;
    }
    const gone = first.row !== null && now.every((table) => table.key !== first.row?.table);
    const key = gone ? `correct/${first.row.table}` : itemKey(first);
    const text = gone ? goneText(original, first.row.table) : itemText(items);
    const section = first.row?.table ?? 'text';
    if (told.has(text) || (gone && groups.has(section))) continue;
    const group = groups.get(section) ?? {
      key: `correct-${section}`,
      heading: headingOf(original, first),
      paragraphs: [],
    };
    groups.set(section, group);
    group.paragraphs.push({ key: uniqueKey(group.paragraphs, key), level: 'third', text });
  }
  const sections = [...groups.values()].map((group) => ({ ...group, paragraphs: unlisted(group.paragraphs) }));
  sections.at(-1)?.paragraphs.push({ key: 'correct/rest', level: 'body', text: '除上述更正外，原文其他内容不变。' });
  return sections;
}

/** A list of one thing is a sentence without a number. */
function unlisted(paragraphs: readonly CircularParagraph[]): CircularParagraph[] {
  return paragraphs.map((one) => (paragraphs.length === 1 ? { ...one, level: 'body' } : one));
}

/** An annex that the data no longer make is taken back as a whole: nobody reads its rows one by one. */
function goneText(original: CircularDocument, annex: string): string {
  const table = original.tables.find(({ key }) => key === annex);
  return table === undefined ? '' : `${table.label}全部删去。`;
}

/** Corrections of one row together, in their order. */
function byBlock(corrections: readonly KeyedCorrection[]): Items[] {
  const groups: [KeyedCorrection, ...KeyedCorrection[]][] = [];
  for (const correction of corrections) {
    const last = groups.at(-1);
    const { row } = correction;
    const together =
      row !== null && row.column !== '' && last?.[0].row?.table === row.table && last[0].row.line === row.line;
    if (last && together) last.push(correction);
    else groups.push([correction]);
  }
  return groups;
}

type Items = readonly [KeyedCorrection, ...KeyedCorrection[]];

/** Key of an item: what a clerk changes of it stays with it when the data change again. */
function itemKey({ key }: KeyedCorrection): string {
  return `correct/${key}`;
}

function headingOf(original: CircularDocument, { row, place }: KeyedCorrection): string {
  if (row === null) return '正文';
  const table = original.tables.find(({ key }) => key === row.table);
  return table === undefined ? place : `${table.label}《${table.caption}》`;
}

function itemText(items: Items): string {
  const [first] = items;
  const { row, place } = first;
  if (row === null) return `${place === '' ? '' : `${quoted(place)}中，`}${changeText(first, '增加一段')}。`;
  if (row.column === '') return `${row.line === '' ? '' : `${row.line}，`}${changeText(first, '增加一行')}。`;
  const parts = items.map((item) => `“${item.row?.column ?? ''}”${changeText(item, '补为')}`);
  return `${row.line}，${parts.join('，')}。`;
}

function changeText({ before, after }: KeyedCorrection, added: string): string {
  if (before === '') return `${added}“${inner(after)}”`;
  if (after === '') return `原“${inner(before)}”删去`;
  return `原“${inner(before)}”更正为“${inner(after)}”`;
}

/** Inside “” a quotation stands in ‘’ (GB/T 15834), and a full stop at its end is left out. An older paper may name a person's number. */
function inner(text: string): string {
  return innerQuotes(maskLikelyNumbers(text)).replace(/。$/u, '');
}

/** Inside 《》 a title stands in 〈〉; the office's own name before it is left out. */
function quotedTitle({ title, signature }: CircularDocument, office: Office): string {
  const own = [signature, office.office].find((name) => name !== '' && title.startsWith(name)) ?? '';
  return `《${title.slice(own.length).replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}

function uniqueKey(paragraphs: readonly CircularParagraph[], key: string): string {
  const taken = paragraphs.filter((one) => one.key === key || one.key.startsWith(`${key}#`)).length;
  return taken === 0 ? key : `${key}#${taken + 1}`;
}
