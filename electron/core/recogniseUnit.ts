import type { Candidate, Evidenced, Question } from '../contract/imports.ts';
import { columnLetters } from './address.ts';
import type { SheetView } from './sheetView.ts';
import type { Mentions, UnitMatcher, UnitMention } from './unitNames.ts';

/** One place that may name the unit. */
interface Source {
  /** `A2 填报单位：西峡县市场监督管理局` */
  readonly place: string;
  readonly mentions: Mentions;
}

export type UnitResult =
  | { readonly kind: 'found'; readonly unit: Evidenced }
  | { readonly kind: 'question'; readonly question: Question };

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
  /** Distinct texts of the agency column with the cell of the first, evidence of last resort. */
  readonly agencies: readonly { readonly cell: string; readonly text: string }[];
}

/**
 * The unit a table comes from: 填报单位, title, sheet name, file name and sender must agree; the agency column is asked only when
 * they are silent. Two answers, or another county's name, are a question with the evidence of each.
 */
export function recogniseUnit(places: UnitPlaces, matcher: UnitMatcher): UnitResult {
  const spoken = [...titleSources(places, matcher), ...nameSources(places, matcher)].filter(saysSomething);
  const foreign = spoken.find((source) => source.mentions.units.length === 0 && source.mentions.foreign.length > 0);
  if (foreign) return unknown(`${foreign.place} 不是本县的成员单位`);
  const own = spoken.filter((source) => source.mentions.units.length > 0);
  if (own.length > 0) return agree(own);

  const agencies = places.agencies
    .map(({ cell, text }) => ({ place: `${cell} ${text}`, mentions: matcher.mentionsIn(text) }))
    .filter(saysSomething);
  const named = agencies.filter((source) => source.mentions.units.length > 0);
  if (named.length > 0) return agree(named);
  const other = agencies[0];
  return unknown(other ? `${other.place} 不是本县的成员单位` : '标题、填报单位、工作表名和文件名里都没有单位名称');
}

function agree(sources: readonly Source[]): UnitResult {
  const common = sources
    .map((source) => new Set(source.mentions.units.map((mention) => mention.unit.id)))
    .reduce((a, b) => a.intersection(b));
  const [only] = common;
  if (only === undefined || common.size > 1) return conflict(sources);
  const source = sources[0];
  const mention = source?.mentions.units.find((m) => m.unit.id === only);
  if (!source || !mention) return conflict(sources);
  return { kind: 'found', unit: { id: only, name: mention.unit.name, evidence: `${source.place}${explain(mention)}` } };
}

function explain(mention: UnitMention): string {
  return mention.by === 'alias' ? `（“${mention.text}”是${mention.unit.name}的别名）` : '';
}

function conflict(sources: readonly Source[]): UnitResult {
  const candidates = new Map<string, Candidate>();
  for (const { place, mentions } of sources)
    for (const { unit } of mentions.units)
      if (!candidates.has(unit.id))
        candidates.set(unit.id, { value: unit.id, label: unit.name, evidence: place, choice: { unit: unit.id } });
  const said = sources.map((source) => `${source.place} → ${source.mentions.units.map((m) => m.unit.name).join('、')}`);
  return {
    kind: 'question',
    question: {
      code: 'unit_conflict',
      message: `报送单位有不同说法：${said.join('；')}。请选定单位。`,
      candidates: [...candidates.values()],
    },
  };
}

function unknown(reason: string): UnitResult {
  return {
    kind: 'question',
    question: {
      code: 'unit_unknown',
      message: `认不出报送单位：${reason}。请选定单位，或不导入此表。`,
      candidates: [],
    },
  };
}

const saysSomething = (source: Source): boolean =>
  source.mentions.units.length > 0 || source.mentions.foreign.length > 0;

/** Labelled cells (填报单位：…) above and below the table, and the title rows. A label speaks before other title text. */
function titleSources({ view, topRow, headerRow, dataRows }: UnitPlaces, matcher: UnitMatcher): Source[] {
  const labelled: Source[] = [];
  const titles: Source[] = [];
  for (const number of view.rowNumbers) {
    const above = number < topRow;
    if ((!above && number <= headerRow) || dataRows.has(number)) continue;
    const cells = view.row(number)?.cells ?? [];
    cells.forEach((cell, index) => {
      const text = cell.text.trim();
      const label = UNIT_LABEL.exec(text);
      if (label) {
        const said = (label[1] ?? '').trim();
        const value = said || (cells[index + 1]?.text.trim() ?? '');
        const shown = said === '' ? `${text}${value}` : text;
        labelled.push({
          place: `${columnLetters(cell.column)}${number} ${shown}`,
          mentions: matcher.mentionsIn(value),
        });
      } else if (!above && SEAL.test(text)) {
        labelled.push({ place: `${columnLetters(cell.column)}${number} ${text}`, mentions: matcher.mentionsIn(text) });
      } else if (above && !RECIPIENT.test(text) && !ADVICE.test(text)) {
        titles.push({ place: `${columnLetters(cell.column)}${number} ${text}`, mentions: matcher.mentionsIn(text) });
      }
    });
  }
  return labelled.some(saysSomething) ? [...labelled, ...titles] : [...titles, ...labelled];
}

function nameSources({ sheet, file, sender }: UnitPlaces, matcher: UnitMatcher): Source[] {
  const sources = [
    { place: `工作表名“${sheet}”`, mentions: matcher.mentionsIn(sheet) },
    { place: `文件名“${file}”`, mentions: matcher.mentionsIn(file.replace(/\.[^.]+$/u, '')) },
  ];
  if (sender !== null) sources.push({ place: `发件人“${sender}”`, mentions: matcher.mentionsIn(sender) });
  return sources;
}

const UNIT_LABEL =
  /^(?:填报|报送|上报|编报|填表|提供|报告|信息提供)?(?:单位|部门|机关)(?:名称)?(?:[(（](?:盖章|公章|章|签章)[)）])?\s*[:：]?\s*([\s\S]*)$/u;
/** 西峡县市场监督管理局（公章） below the table. */
const SEAL = /[(（](盖章|公章|章|签章)[)）]\s*$/u;
/** Who the table is sent to says nothing about who sends it. */
const RECIPIENT = /^(主送|抄送|报送至|报送对象|接收单位|报[:：]|送[:：])/u;
/** Advice above the table speaks of everybody. */
const ADVICE = /^[*※]?(注|说明|备注|填表说明|填报说明|填写说明|注意事项|请)[:：\d]?|各(成员)?单位|[。；;]/u;
