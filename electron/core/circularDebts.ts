import { ratePrinted } from '../contract/words.ts';
import { type AnnexWording, seeAnnex } from './circularAnnexWording.ts';
import type { CircularFacts, OwedStatus, Severity } from './circularFacts.ts';
import { allNames, withRates, withTimes } from './circularNames.ts';
import type { PartLine } from './circularOverview.ts';
import { among, sentence } from './circularTexts.ts';
import { joined, plain, type Worded } from './worded.ts';

const OWED_STATUSES = ['missing', 'partial', 'returned'] as const satisfies readonly OwedStatus[];

/** 未按时报送: units that owe, per duty, cases and publicity like any other. Ends with a request or with criticism. */
export function missingLines({ input, facts, refs, annexLabel }: AnnexWording): PartLine[] {
  const { texts, duties } = input;
  const see = seeAnnex('名单见', annexLabel('missing'));
  const listed = new Set<string>();
  const lines = duties.flatMap((duty): PartLine[] => {
    return OWED_STATUSES.flatMap((status) => {
      const owed = facts.owed.filter((item) => item.duty === duty.id && item.status === status);
      if (owed.length === 0) return [];
      for (const item of owed) listed.add(item.unit);
      const times = owed.map((item) => ({ unit: item.unit, times: item.periods.length }));
      const ref = (unit: string) => refs.cells(status, { duties: [duty.id], units: [unit] });
      const names = withTimes(input, times, { word: '期', see, ref, all: refs.units });
      const key = status === 'missing' ? duty.id : `${duty.id}/${status}`;
      return [{ key, said: sentence(texts, status, { duty: duty.title, names }) }];
    });
  });
  if (facts.lowReport.length > 0) {
    const rates = new Map(input.rates.units.map((row) => [row.unit, row.reportRate]));
    for (const unit of facts.lowReport) listed.add(unit);
    const ref = (unit: string) => refs.cells('expected', { units: [unit] });
    const names = withRates(input, facts.lowReport, {
      printed: (unit) => ratePrinted(rates.get(unit) ?? null),
      ref,
      see: seeAnnex('详见', annexLabel('ranking')),
      all: refs.units,
    });
    lines.push({
      key: 'rate',
      said: sentence(texts, 'lowReport', {
        among: among(texts, 'amongReports'),
        limit: `${texts.limits.reportRateBelow}%`,
        names,
      }),
    });
  }
  if (lines.length === 0) return [];
  const places = new Map(input.units.map(({ id, order }) => [id, order]));
  const severe = [...listed]
    .filter((unit) => facts.severe.has(unit))
    .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  return [...lines, { key: 'grade', said: grade() }];

  function grade(): Worded {
    if (severe.length === 0) return sentence(texts, 'gradeAllMild', {});
    if (severe.length === listed.size) {
      return sentence(texts, 'gradeAllSevere', { why: texts.sentences[whyCriticised(severe, facts)] });
    }
    const by = (why: Severity) => severe.filter((unit) => facts.severe.get(unit) === why);
    const named = (units: readonly string[]) => allNames(input, units, refs.units(units));
    const [many, low] = [by('many'), by('rate')];
    if (many.length === 0 || low.length === 0) {
      return sentence(texts, 'gradeMixed', {
        names: named(severe),
        why: texts.sentences[whyCriticised(severe, facts)],
      });
    }
    const names = joined([named(many), plain(`${texts.sentences.gradeMany}，`), named(low)]);
    return sentence(texts, 'gradeMixed', { names, why: texts.sentences.gradeRate });
  }
}

/** Nobody is said to owe much who does not. */
function whyCriticised(units: readonly string[], { severe }: CircularFacts) {
  const isFor = (why: Severity) => units.every((unit) => severe.get(unit) === why);
  if (isFor('many')) return 'gradeMany';
  return isFor('rate') ? 'gradeRate' : 'gradeManyOrRate';
}
