import { expect, it } from 'vitest';
import type { AssessmentEntry } from '../../electron/contract/assessment.ts';
import { assess } from '../../electron/core/assessment.ts';
import { entry, factsOf, shipped, versionOf } from './assessmentSample.ts';

const line = (entries: readonly AssessmentEntry[], item: string, scheme = shipped('suzhou-2018')) => {
  const scored = assess({ version: versionOf(scheme), facts: factsOf({}), entries, objections: [] });
  const [unit] = scored.units;
  const found = [...(unit?.items ?? []), ...(unit?.bonuses ?? [])].find((one) => one.item === item);
  return { found, open: scored.open, bonus: unit?.bonus };
};

it.each(['innovation', 'safeguards'])(
  'pieces typed under another scheme give no points for what is judged by points: %s',
  (item) => {
    const basic = line([entry('u1', 'commended', { points: 1 })], item);
    const { found, open } = line([entry('u1', 'commended', { points: 1 }), entry('u1', item, { pieces: 1 })], item);
    expect(found).toMatchObject({
      ...{ points: 0, state: 'open', evidence: '台账' },
      how: '填写的是件数（1），现行考核方案按分值评定，请重新填写，暂计0.00分',
    });
    expect(open).toBe(basic.open + (item === 'innovation' ? 1 : 0));
  },
);

it('points beyond what the scheme of now gives are cut, and told so', () => {
  expect(line([entry('u1', 'safeguards', { points: 5 })], 'safeguards').found).toMatchObject({
    ...{ points: 2, how: '评定5.00分，以2.00分为限' },
  });
});
