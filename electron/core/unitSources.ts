import { columnLetters } from './address.ts';
import { MARKED } from './blankMark.ts';
import type { SheetView } from './sheetView.ts';
import type { Mentions, NamedUnit, UnitMatcher, UnitMention } from './unitNames.ts';

/** One place that may name the unit. */
export interface UnitSource {
  readonly kind: 'mark' | 'label' | 'title' | 'sheet' | 'file' | 'sender' | 'agency';
  /** `A2 填报单位：西峡县市场监督管理局` */
  readonly place: string;
  /** What it says; behind a label the value alone. */
  readonly text: string;
  readonly mentions: Mentions;
}

/** Where the unit of a table may be read. */
export interface UnitPlaces {
  readonly view: SheetView;
  /** First header line; text above it is title, text below the table may be a footer. */
  readonly topRow: number;
  readonly headerRow: number;
  /** Rows of data: what they say behind a label is not the table's. */
  readonly dataRows: ReadonlySet<number>;
  readonly sheet: string;
  readonly file: string;
  readonly sender: string | null;
  /** The unit whose address the sender's is, and whether a clerk's answer gave it. */
  readonly senderUnit: { readonly unit: NamedUnit; readonly learned: boolean } | null;
  /** The units that share the sender's address; it speaks for none of them. */
  readonly senderRivals?: readonly NamedUnit[];
  /** Whom a handed-out template was made for. */
  readonly marked?: UnitMention | null;
}

/** What speaks for a unit: the mark of a handed-out template, title rows, 填报单位 above or below the table, sheet and file name, sender. What says nothing is among them. */
export function unitSources(places: UnitPlaces, matcher: UnitMatcher): UnitSource[] {
  return [...markSources(places), ...titleSources(places, matcher), ...nameSources(places, matcher)];
}

function markSources({ marked }: UnitPlaces): UnitSource[] {
  if (!marked) return [];
  const mentions = { units: [marked], foreign: [], bystander: false, doubtful: [] };
  return [{ kind: 'mark', place: MARKED, text: marked.text, mentions }];
}

/** Labelled cells (填报单位：…) above and below the table, and the title rows. A label speaks before other title text. */
function titleSources({ view, topRow, headerRow, dataRows }: UnitPlaces, matcher: UnitMatcher): UnitSource[] {
  const labelled: UnitSource[] = [];
  const titles: UnitSource[] = [];
  for (const number of view.rowNumbers) {
    const above = number < topRow;
    if ((!above && number <= headerRow) || dataRows.has(number)) continue;
    const cells = view.row(number)?.cells ?? [];
    cells.forEach((cell, index) => {
      const text = cell.text.trim();
      const at = `${columnLetters(cell.column)}${number}`;
      const label = UNIT_LABEL.exec(text);
      if (label) {
        const said = (label[1] ?? '').trim();
        const value = said || (cells[index + 1]?.text.trim() ?? '');
        const shown = said === '' ? `${text}${value}` : text;
        labelled.push({ kind: 'label', place: `${at} ${shown}`, text: value, mentions: matcher.mentionsIn(value) });
      } else if (!above && SEAL.test(text)) {
        labelled.push({ kind: 'label', place: `${at} ${text}`, text, mentions: matcher.mentionsIn(text) });
      } else if (above && !RECIPIENT.test(text) && !ADVICE.test(text)) {
        titles.push({ kind: 'title', place: `${at} ${text}`, text, mentions: matcher.mentionsIn(text) });
      }
    });
  }
  return labelled.some(saysSomething) ? [...labelled, ...titles] : [...titles, ...labelled];
}

function nameSources(places: UnitPlaces, matcher: UnitMatcher): UnitSource[] {
  const { sheet, file, sender, senderUnit, senderRivals = [] } = places;
  const stem = file.replace(/\.[^.]+$/u, '');
  const sources: UnitSource[] = [
    { kind: 'sheet', place: `工作表名“${sheet}”`, text: sheet, mentions: matcher.mentionsIn(sheet) },
    { kind: 'file', place: `文件名“${file}”`, text: stem, mentions: matcher.mentionsIn(stem) },
  ];
  if (sender === null) return sources;
  const place = `发件人“${sender}”`;
  sources.push({ kind: 'sender', place, text: sender, mentions: matcher.mentionsIn(sender) });
  if (senderUnit) {
    const { unit, learned } = senderUnit;
    const mention = { unit, text: sender, by: learned ? ('learned' as const) : ('contact' as const), office: null };
    const mentions = { units: [mention], foreign: [], bystander: false, doubtful: [] };
    sources.push({ kind: 'sender', place, text: sender, mentions });
  }
  if (senderRivals.length > 0) {
    const doubtful = senderRivals.map((unit) => ({ unit, text: sender, by: 'learned' as const, office: null }));
    const mentions = { units: [], foreign: [], bystander: false, doubtful };
    sources.push({ kind: 'sender', place, text: sender, mentions });
  }
  return sources;
}

/** Whether a source names a unit of this county or another's. */
export const saysSomething = ({ mentions }: UnitSource): boolean =>
  mentions.units.length > 0 || mentions.foreign.length > 0;

const UNIT_LABEL =
  /^(?:填报|报送|上报|编报|填表|提供|报告|信息提供)?(?:单位|部门|机关)(?:名称)?(?:[(（](?:盖章|公章|章|签章)[)）])?\s*[:：]?\s*([\s\S]*)$/u;
/** 西峡县市场监督管理局（公章） below the table. */
const SEAL = /[(（](盖章|公章|章|签章)[)）]\s*$/u;
/** Who the table is sent to says nothing about who sends it. */
const RECIPIENT = /^(主送|抄送|报送至|报送对象|接收单位|报[:：]|送[:：])/u;
/** Advice above the table speaks of everybody. */
const ADVICE = /^[*※]?(注|说明|备注|填表说明|填报说明|填写说明|注意事项|请)[:：\d]?|各(成员)?单位|[。；;]/u;
