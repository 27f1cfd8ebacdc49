import type { Candidate, Evidenced, Question } from '../contract/imports.ts';
import { strangerIn } from './learnNames.ts';
import type { Mentions, NamedUnit, UnitMatcher, UnitMention } from './unitNames.ts';
import { saysSomething, type UnitPlaces, type UnitSource, unitSources } from './unitSources.ts';

/** What the agency column (处罚机关) says: distinct texts, with the cell of the first and how many rows say so. */
export interface Agencies {
  readonly header: string;
  readonly texts: readonly { readonly cell: string; readonly text: string; readonly rows: number }[];
}

export type UnitResult = (
  | {
      readonly kind: 'found';
      readonly unit: Evidenced;
      /** How it was named. */
      readonly mention: UnitMention;
    }
  | { readonly kind: 'question'; readonly question: Question }
) & {
  /** All that was looked at. */
  readonly sources: readonly UnitSource[];
};

/**
 * The unit a table comes from: 填报单位, title, sheet name, file name and sender must agree; the agency column decides only when they are silent. Two
 * answers, another county's name, or rows of several units (代报) are a question with the evidence of each.
 */
export function recogniseUnit(
  places: UnitPlaces,
  agencies: Agencies,
  { matcher, county }: { readonly matcher: UnitMatcher; readonly county: string },
): UnitResult {
  const spoken = unitSources(places, matcher);
  const rows = agencies.texts.map(
    ({ cell, text }): UnitSource => ({
      kind: 'agency',
      place: `${cell} ${text}`,
      text,
      mentions: matcher.mentionsIn(text),
    }),
  );
  const sources = [...spoken, ...rows];
  const foreign = spoken.find(({ mentions }) => mentions.units.length === 0 && mentions.foreign.length > 0);
  if (foreign) return { ...unknown(`${foreign.place} 不是本县的成员单位`, sources), sources };
  const own = spoken.filter(({ mentions }) => mentions.units.length > 0);
  const named = rows.filter(({ mentions }) => mentions.units.length > 0);
  const split = splitCandidate(agencies, rows);
  if (own.length > 0) {
    const agreed = agree(own);
    const isJoint = agreed?.kind !== 'found' || speaksForOthers(agencies, rows, agreed.mention.unit);
    return { ...(isJoint ? conflict(agreed ? [...own, ...named] : own, split) : agreed), sources };
  }
  if (named.length > 0) return { ...(agree(named) ?? conflict(named, split)), sources };
  const other = rows.find(saysSomething);
  if (other) return { ...unknown(`${other.place} 不是本县的成员单位`, sources), sources };
  const stranger = strangerIn(sources, matcher, county);
  if (stranger) {
    const reason = `${stranger.place} 中的“${stranger.name}”不在成员单位名单里`;
    return { ...unknown(reason, sources, true), sources };
  }
  const label = spoken.find(({ kind, text }) => kind === 'label' && text !== '');
  const reason = label ? `${label.place} 认不出是哪个成员单位` : '标题、填报单位、工作表名和文件名里都没有单位名称';
  return { ...unknown(reason, sources), sources };
}

/** The units that the rows of a table name, each with its rows' number, in the order of the sheet. */
export function unitsOfRows(agencies: Agencies, mentionsOf: (text: string) => Mentions): Map<NamedUnit, number> {
  const units = new Map<string, { unit: NamedUnit; rows: number }>();
  for (const { text, rows } of agencies.texts) {
    const [only, second] = mentionsOf(text).units;
    if (!only || second) continue;
    const known = units.get(only.unit.id) ?? { unit: only.unit, rows: 0 };
    units.set(only.unit.id, { unit: known.unit, rows: known.rows + rows });
  }
  return new Map([...units.values()].map(({ unit, rows }) => [unit, rows]));
}

/**
 * Whether the rows are others' (代报): two and more name another unit, or none names the one the table says. A single row that does is a slip
 * (`unit_mismatch`).
 */
function speaksForOthers(agencies: Agencies, rows: readonly UnitSource[], said: NamedUnit): boolean {
  let own = 0;
  let others = 0;
  for (const [i, { mentions }] of rows.entries()) {
    const count = agencies.texts[i]?.rows ?? 0;
    if (mentions.units.some(({ unit }) => unit.id === said.id)) own += count;
    else if (mentions.units.length > 0) others += count;
  }
  return others >= 2 || (others > 0 && own === 0);
}

function splitCandidate(agencies: Agencies, rows: readonly UnitSource[]): Candidate | null {
  const mentions = new Map(rows.map((source) => [source.text, source.mentions]));
  const units = unitsOfRows(agencies, (text) => mentions.get(text) ?? NOBODY);
  if (units.size < 2) return null;
  return {
    value: 'split',
    label: `按“${agencies.header}”列拆分到 ${units.size} 个单位`,
    evidence: [...units].map(([unit, count]) => `${unit.name} ${count} 行`).join('、'),
    choice: { splitByUnit: true },
  };
}

const NOBODY: Mentions = { units: [], foreign: [], bystander: false, doubtful: [] };

type Answer =
  | { readonly kind: 'found'; readonly unit: Evidenced; readonly mention: UnitMention }
  | { readonly kind: 'question'; readonly question: Question };

/** The one unit that all sources share, or null. */
function agree(sources: readonly UnitSource[]): (Answer & { readonly kind: 'found' }) | null {
  const common = sources
    .map((source) => new Set(source.mentions.units.map((mention) => mention.unit.id)))
    .reduce((a, b) => a.intersection(b));
  const [only] = common;
  const source = sources[0];
  const mention = source?.mentions.units.find((m) => m.unit.id === only);
  if (common.size !== 1 || !source || !mention) return null;
  const { id, name } = mention.unit;
  return { kind: 'found', unit: { id, name, evidence: `${source.place}${explain(mention)}` }, mention };
}

function explain({ by, text, unit, office }: UnitMention): string {
  if (by === 'learned') return `（记忆：上次由经办人指定为${unit.name}）`;
  if (by === 'contact') return `（邮箱登记在${unit.name}的联系人名下）`;
  if (office !== null) return `（“${office}”是${unit.name}的下属单位）`;
  if (by === 'former') return `（“${text}”是${unit.name}的曾用名）`;
  return by === 'alias' ? `（“${text}”是${unit.name}的别名）` : '';
}

function conflict(sources: readonly UnitSource[], split: Candidate | null): Answer {
  const candidates = new Map<string, Candidate>();
  for (const { place, mentions } of sources)
    for (const { unit } of mentions.units)
      if (!candidates.has(unit.id))
        candidates.set(unit.id, { value: unit.id, label: unit.name, evidence: place, choice: { unit: unit.id } });
  const said = sources
    .slice(0, MOST_SHOWN)
    .map(({ place, mentions }) => `${place} → ${mentions.units.map((m) => m.unit.name).join('、')}`);
  const more = sources.length > MOST_SHOWN ? `；等 ${sources.length} 处` : '';
  return {
    kind: 'question',
    question: {
      code: 'unit_conflict',
      message: `报送单位有不同说法：${said.join('；')}${more}。请选定单位${split ? '，或按行拆分' : ''}。`,
      candidates: [...(split ? [split] : []), ...candidates.values()],
    },
  };
}

const MOST_SHOWN = 8;

const pastEvidence = (unit: NamedUnit, text: string): string =>
  unit.isPast ? `“${text}”已撤并，只用于撤并以前的报送期` : `由“${text}”接续而来`;

/** `isNamed`: somebody is named who may have to become a unit. */
function unknown(reason: string, sources: readonly UnitSource[], isNamed = false): Answer {
  const doubtful = new Map<string, Candidate>();
  const texts = new Set<string>();
  const gone = new Set<string>();
  for (const { place, mentions } of sources)
    for (const { unit, text, by } of mentions.doubtful) {
      if (by === 'former') gone.add(text);
      else texts.add(text);
      if (doubtful.has(unit.id)) continue;
      const evidence = `${place}（${by === 'former' ? pastEvidence(unit, text) : `记忆：“${text}”曾由经办人分别指定给几个单位`}）`;
      doubtful.set(unit.id, { value: unit.id, label: unit.name, evidence, choice: { unit: unit.id } });
    }
  const between = [...doubtful.values()].map(({ label }) => label).join('、');
  // 西峡县气象局 holds 气象局: the longer says it.
  const ended = [...gone].filter((text) => ![...gone].some((other) => other !== text && other.includes(text)));
  const why =
    texts.size > 0
      ? `“${[...texts].join('”“')}”曾由经办人分别指定给${between}`
      : gone.size > 0
        ? `“${ended.join('”“')}”已撤并，撤并以前的报送期记在原单位，以后的记在接续单位`
        : reason;
  const remedy = isNamed && doubtful.size === 0 ? '请选定它归入的单位，或先在“单位”页添加它' : '请选定单位';
  return {
    kind: 'question',
    question: {
      code: 'unit_unknown',
      message: `认不出报送单位：${why}。${remedy}，或不导入此表。`,
      candidates: [...doubtful.values()],
    },
  };
}
