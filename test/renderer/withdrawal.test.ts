import { expect, it } from 'vitest';
import type { AssessmentEntry, Objection } from '../../electron/contract/assessment.ts';
import { withdrawal } from '../../renderer/features/assessment/sheetLines.ts';

const entry = (id: number): AssessmentEntry => ({
  ...{
    id,
    year: 2022,
    unit: 'u',
    item: 'repair',
    points: id,
    pieces: null,
    evidence: '台账',
    by: '',
    at: '2022-12-31T18:00',
  },
});
const granted: Objection = {
  ...{ id: 1, year: 2022, unit: 'u', item: 'repair', claim: '漏计', at: '2022-12-31T18:00', by: '', state: 'granted' },
  ...{
    before: 1,
    after: 4,
    decision: '属实',
    decidedBy: '',
    decidedAt: '2022-12-31T18:00',
    decidedFrom: 1,
    lastEntry: 2,
  },
};

it.each([
  ['the only one', [1], [], 1, 'toNothing'],
  ['the newest', [1, 2], [], 2, 'toEntry'],
  ['an older one', [1, 2], [], 1, 'same'],
  ['the one an objection was granted on', [1, 2], [granted], 2, 'decided'],
  ['one before that', [1, 2], [granted], 1, 'same'],
  ['the one after a granted objection', [1, 2, 3], [granted], 3, 'toDecision'],
  ['the second after it', [2, 3, 4], [granted], 4, 'toEntry'],
  ['one of several after it', [2, 3, 4], [granted], 3, 'same'],
  ['the one an objection was refused on', [1, 2], [{ ...granted, state: 'refused' as const }], 2, 'toEntry'],
])('tells truly what counts once an entry is taken back: %s', (_, ids, objections, id, told) => {
  expect(withdrawal({ entries: ids.map(entry), objections }, { id })).toBe(told);
});
