import type { Question, Remark } from '../contract/imports.ts';
import type { AnalysedTable, TableMemory } from './analysed.ts';
import type { TableInput } from './analyseTable.ts';
import { markedUnit } from './blankMark.ts';
import { tellingName } from './learnNames.ts';
import { type Agencies, recogniseUnit, type UnitResult } from './recogniseUnit.ts';
import { CHOSEN, viewOfTitles } from './routeTable.ts';
import type { UnitPart } from './splitByUnit.ts';
import type { Mentions, NamedUnit, UnitMatcher, UnitMention } from './unitNames.ts';
import type { UnitSource } from './unitSources.ts';

/** The unit of a table, with what is worth telling of how it was found and what a commit may learn from it. */
export interface RoutedUnit {
  readonly unit: AnalysedTable['unit'];
  readonly question: Question | null;
  readonly remarks: readonly Remark[];
  readonly memory: Pick<TableMemory, 'teachesSender' | 'name' | 'usedName' | 'usedSender'>;
}

/** The unit a table comes from, by its own words, its names and its agency column, or as chosen; a doubt is a question. */
export function routeUnit(input: TableInput, records: readonly number[], agencies: Agencies): RoutedUnit {
  const { view, header, override, context, matcher } = input;
  const sender = context.units.find((unit) => unit.id === context.senderUnit);
  const result = recogniseUnit(
    {
      view: viewOfTitles(input, (text) => saysUnit(matcher.mentionsIn(text))),
      topRow: header.topRow,
      headerRow: header.headerRow,
      dataRows: new Set(records),
      sheet: view.sheet.name,
      file: context.file,
      sender: context.sender,
      marked: markedUnit(input.mark, context),
      senderUnit: sender ? { unit: sender, learned: context.senderLearned ?? false } : null,
      senderRivals: (context.senderRivals ?? []).flatMap((id) => context.units.find((unit) => unit.id === id) ?? []),
    },
    agencies,
    { matcher, county: context.county },
  );
  const chosen = context.units.find((unit) => unit.id === override.unit);
  // A choice that says what the table says keeps the table's evidence.
  if (chosen && !(result.kind === 'found' && result.unit.id === chosen.id)) {
    const unit = { id: chosen.id, name: chosen.name, evidence: CHOSEN };
    return { unit, question: null, remarks: [], memory: taughtBy(chosen, result, { matcher, county: context.county }) };
  }
  if (result.kind === 'question') return { unit: null, question: result.question, remarks: [], memory: NOTHING };
  const remarks = rolledUp(result.unit, result.mention.office, agencies, matcher);
  return { unit: result.unit, question: null, remarks, memory: usedBy(result.mention) };
}

/** The unit of one part of a table that is split by its agency column: as its rows say, or as chosen for the part. */
export function routePart(
  { override, context, matcher }: Pick<TableInput, 'override' | 'context' | 'matcher'>,
  { unit, question, survey }: UnitPart,
): RoutedUnit {
  const { agencies } = survey;
  const chosen = context.units.find((known) => known.id === override.unit);
  if (unit && (!chosen || chosen.id === unit.id))
    return { unit, question, remarks: rolledUp(unit, null, agencies, matcher), memory: NOTHING };
  if (!chosen) return { unit: null, question, remarks: [], memory: NOTHING };
  const sources = agencies.texts.map(({ cell, text }) => ({
    kind: 'agency' as const,
    place: cell,
    text,
    mentions: matcher.mentionsIn(text),
  }));
  const isOne = sources.length === 1;
  const fresh = isOne ? tellingName(sources, matcher, context.county) : null;
  const memory = { ...NOTHING, name: fresh ?? (isOne ? contradicted(chosen, sources).name : null) };
  return { unit: { id: chosen.id, name: chosen.name, evidence: CHOSEN }, question: null, remarks: [], memory };
}

const NOTHING: RoutedUnit['memory'] = { teachesSender: false, name: null, usedName: null, usedSender: false };

/** What of the memory named the unit. */
function usedBy({ by, text }: UnitMention): RoutedUnit['memory'] {
  if (by !== 'learned') return NOTHING;
  return isAddress(text) ? { ...NOTHING, usedSender: true } : { ...NOTHING, usedName: text };
}

/** What a commit may learn of a choice: where nobody known was named, and nobody of another county, or where it goes against what was learned. */
function taughtBy(
  chosen: NamedUnit,
  result: UnitResult,
  { matcher, county }: { readonly matcher: UnitMatcher; readonly county: string },
): RoutedUnit['memory'] {
  if (result.kind === 'found') return contradicted(chosen, result.sources);
  const spoken = result.sources.filter((source) => source.kind !== 'agency');
  if (result.question.code !== 'unit_unknown') return contradicted(chosen, spoken);
  if (spoken.some((source) => source.mentions.foreign.length > 0)) return NOTHING;
  const agencies = result.sources.filter((source) => source.kind === 'agency');
  // Several agencies tell of none.
  const sources = agencies.length === 1 ? result.sources : spoken;
  return { ...NOTHING, teachesSender: true, name: tellingName(sources, matcher, county) };
}

/** The learned name and sender that say another unit than the one chosen; where its own name says so, too, the choice is about that. */
function contradicted(chosen: NamedUnit, sources: readonly UnitSource[]): RoutedUnit['memory'] {
  const mentions = sources.flatMap((source) => source.mentions.units);
  const named = new Set(mentions.flatMap(({ by, unit }) => (by === 'learned' ? [] : [unit.id])));
  const wrong = mentions.filter(({ by, unit }) => by === 'learned' && unit.id !== chosen.id && !named.has(unit.id));
  return {
    ...NOTHING,
    teachesSender: wrong.some(({ text }) => isAddress(text)),
    name: wrong.find(({ text }) => !isAddress(text))?.text ?? null,
  };
}

const isAddress = (text: string): boolean => text.includes('@');

/** Tells that sub-offices (下属单位), the table's own name or its rows', stand for their unit. */
function rolledUp(
  unit: { readonly id: string; readonly name: string },
  office: string | null,
  agencies: Agencies,
  matcher: UnitMatcher,
): Remark[] {
  const ofRows = agencies.texts.flatMap(({ text, rows, cell }) => {
    const mention = matcher.mentionsIn(text).units.find((m) => m.unit.id === unit.id);
    return mention?.office ? [{ name: mention.office, rows, cell }] : [];
  });
  const names = [...new Set([...(office === null ? [] : [office]), ...ofRows.map((one) => one.name)])];
  if (names.length === 0) return [];
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  const rows = ofRows.reduce((sum, one) => sum + one.rows, 0);
  const counted = rows > 0 ? `（“${agencies.header}”列 ${rows} 行）` : '';
  return [
    {
      code: 'rolled_up',
      severity: 'notice',
      cell: office === null ? (ofRows[0]?.cell ?? null) : null,
      message: `${shown.join('、')}${names.length > 3 ? ` 等 ${names.length} 个` : ''}是${unit.name}的下属单位${counted}，已归入${unit.name}。`,
    },
  ];
}

const saysUnit = ({ units, foreign }: Mentions): boolean => units.length > 0 || foreign.length > 0;
