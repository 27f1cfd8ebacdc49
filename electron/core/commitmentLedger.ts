import {
  type CommitmentLedger,
  type EnterpriseSource,
  SUBJECT_KINDS,
  type SubjectKind,
} from '../contract/commitments.ts';
import type { CodeList } from '../contract/templates.ts';
import type { Day, Period } from '../contract/time.ts';
import { daysBetween, isDay } from './period.ts';
import { percent } from './rates.ts';

/** A commitment as far as the ledger counts it; values as normalised. */
export interface Commitment {
  /** `record.lineage` */
  readonly id: number;
  readonly unit: string;
  readonly promisor: string;
  readonly promiseKind: string | null;
  readonly promisorKind: string | null;
  readonly promisorCode: string | null;
  readonly validUntil: string | null;
  readonly fulfilment: string | null;
}

interface LedgerInput {
  readonly period: Period;
  readonly asOf: Day;
  readonly commitments: readonly Commitment[];
  /** The template's list of kinds of commitment (domain.md §3.2: its synonyms say which kind each word of a notice is). */
  readonly kinds: CodeList;
  readonly enterprises: { readonly count: number; readonly from: EnterpriseSource } | null;
  /** In the order they are listed. */
  readonly units: readonly string[];
}

/** The ledger of commitments (信用承诺台账): coverage, what became of them, and both readings of their ratio to the enterprises. */
export function commitmentLedger({
  period,
  asOf,
  commitments,
  kinds,
  enterprises,
  units,
}: LedgerInput): CommitmentLedger {
  const read = commitments.map((one) => ({
    ...one,
    kind: kindOf(one.promiseKind, kinds),
    subject: subjectKind(one),
    state: stateOf(one.fulfilment),
    isOverdue: isOverdue(one, asOf),
  }));
  const occurring = new Set(read.map((one) => one.kind));
  const rows = [...kinds.values, ...(occurring.has(OTHER) ? [OTHER] : [])];
  const matrix = rows.map((kind) => {
    const own = read.filter((one) => one.kind === kind);
    return { kind, counts: countSubjects(own), total: own.length };
  });
  const overdue = read.filter((one) => one.isOverdue);
  const count = (state: State): number => read.filter((one) => one.state === state).length;
  const states = { fulfilled: count('fulfilled'), partly: count('partly'), notFulfilled: count('notFulfilled') };
  const fulfilments = states.fulfilled + states.partly + states.notFulfilled;
  const ofEnterprises = (pieces: number): number | null =>
    enterprises === null ? null : share(pieces, enterprises.count);
  const byUnit = Map.groupBy(read, (one) => one.unit);
  return {
    period,
    asOf,
    kinds: rows,
    matrix,
    // 其他 is no kind that a notice asks for.
    uncovered: matrix.flatMap(({ kind, counts, total }): CommitmentLedger['uncovered'] =>
      kind === OTHER
        ? []
        : total === 0
          ? [{ kind, subject: null }]
          : SUBJECT_KINDS.filter((subject) => counts[subject] === 0).map((subject) => ({ kind, subject })),
    ),
    states: { open: count('open'), ...states, overdue: overdue.length },
    overdue: overdue
      .map(({ id, unit, promisor, kind, validUntil }) => {
        const until = validUntil ?? asOf;
        return { id, unit, promisor, kind, validUntil: until, days: daysBetween(until, asOf) };
      })
      .sort((a, b) => b.days - a.days || a.id - b.id),
    ratio: {
      enterprises: enterprises?.count ?? null,
      enterprisesFrom: enterprises?.from ?? null,
      commitments: read.length,
      fulfilments,
      added: ofEnterprises(read.length + fulfilments),
      commitmentsAlone: ofEnterprises(read.length),
      fulfilmentsAlone: ofEnterprises(fulfilments),
    },
    units: units
      .filter((unit) => byUnit.has(unit))
      .map((unit) => {
        const own = byUnit.get(unit) ?? [];
        const fulfilled = own.filter((one) => one.state === 'fulfilled').length;
        return { unit, total: own.length, fulfilled, overdue: own.filter((one) => one.isOverdue).length };
      }),
  };
}

/**
 * Kind of subject: persons and sole traders by category; of 法人及非法人组织 the code tells (GB 32100: first the registering authority, then
 * the kind). Null where category and code say nothing.
 */
export function subjectKind({
  promisorKind,
  promisorCode,
}: Pick<Commitment, 'promisorKind' | 'promisorCode'>): SubjectKind | null {
  if (promisorKind === '自然人') return 'person';
  if (promisorKind === '个体工商户') return 'sole-trader';
  const code = promisorCode ?? '';
  const [, kind] = PREFIXES.find(([prefix]) => prefix.test(code)) ?? [];
  return kind ?? null;
}

/** 机构编制 1 and other public bodies; 民政 5; 市场监管 9: 1 companies, 2 sole traders, 3 cooperatives. */
const PREFIXES: readonly (readonly [RegExp, SubjectKind])[] = [
  [/^92/u, 'sole-trader'],
  [/^[9NA]/u, 'company'],
  [/^5/u, 'social-organisation'],
  [/^[1234678GY]/u, 'public-institution'],
];

type State = 'open' | 'fulfilled' | 'partly' | 'notFulfilled';

const STATES: Readonly<Record<string, State>> = {
  全部履行: 'fulfilled',
  部分履行: 'partly',
  全部未履行: 'notFulfilled',
};

/** Without a finding, or with one nobody can read, a commitment is open. */
const stateOf = (fulfilment: string | null): State => STATES[fulfilment ?? ''] ?? 'open';

function isOverdue({ validUntil, fulfilment }: Commitment, asOf: Day): boolean {
  return stateOf(fulfilment) === 'open' && validUntil !== null && isDay(validUntil) && validUntil < asOf;
}

/** `其他-告知承诺` is the kind that 告知承诺 is a word for. */
function kindOf(promiseKind: string | null, { values, synonyms }: CodeList): string {
  const word = (promiseKind ?? '').replace(/^其他[-－—]/u, '').trim();
  const kind = values.includes(word) ? word : synonyms[word];
  return kind !== undefined && values.includes(kind) ? kind : OTHER;
}

const OTHER = '其他';

function countSubjects(own: readonly { readonly subject: SubjectKind | null }[]): Record<SubjectKind, number> {
  const counts = { company: 0, person: 0, 'sole-trader': 0, 'social-organisation': 0, 'public-institution': 0 };
  for (const { subject } of own) if (subject !== null) counts[subject]++;
  return counts;
}

/** Percent that may exceed 100: an enterprise makes several commitments. */
function share(pieces: number, of: number): number | null {
  return of > 0 && pieces > of ? Math.floor((pieces * 10_000) / of) / 100 : percent(pieces, of);
}
