import { describe, expect, it } from 'vitest';
import type { AnalysedTable } from '../../electron/core/analysed.ts';
import { withStoredKeys } from '../../electron/core/mendedKeys.ts';
import { tableOf, tableSheet, templateOf } from './sheetOf.ts';

const penalty = templateOf('penalty-legal');

/** Keys of records as planned when these keys come and those are stored. */
function keysOf(
  stored: readonly string[],
  incoming: readonly string[],
  returned: readonly (readonly [string, string])[] = [],
) {
  const table = tableOf(
    tableSheet(
      'penalty-legal',
      incoming.map(() => ({})),
    ),
  );
  const records = incoming.flatMap((key, i) => (table.records[i] ? [{ ...table.records[i], key }] : []));
  const tables: AnalysedTable[] = [{ ...table, records }];
  const items = returned.map(([key, field]) => ({ key, rule: 'required', field }));
  const slip = returned.length === 0 ? null : { at: '2022-04-30T09:00', items };
  const [planned] = withStoredKeys(tables, new Map(stored.map((key) => [key, {}])), penalty, slip);
  return planned?.records.map((record) => record.key);
}

describe('a record whose key was mended', () => {
  it.each<[string, string[], string[], string[]]>([
    ['a code put right', ['1号|A', '2号|B'], ['1号|A', '2号|C'], ['1号|A', '2号|B']],
    ['codes of several put right', ['1号|A', '2号|B'], ['1号|X', '2号|Y'], ['1号|A', '2号|B']],
    ['a code filled in where the name stood', ['1号|顺达公司'], ['1号|A'], ['1号|顺达公司']],
    ['another decision about the same company', ['1号|A'], ['2号|A'], ['2号|A']],
    ['two rows of one number', ['1号|A', '1号|B'], ['1号|C'], ['1号|C']],
    ['two rows of one number come', ['1号|A'], ['1号|B', '1号|C'], ['1号|B', '1号|C']],
    ['a second row of a key', ['1号|A#2'], ['1号|B'], ['1号|B']],
    ['rows without a number', ['|A'], ['|B'], ['|B']],
    ['nothing in common', ['1号|A'], ['2号|B'], ['2号|B']],
    ['a key that is stored, too', ['1号|A', '1号|B'], ['1号|A', '1号|B'], ['1号|A', '1号|B']],
  ])('%s', (_what, stored, incoming, planned) => {
    expect(keysOf(stored, incoming)).toEqual(planned);
  });

  it('is known by its company where the number was sent back', () => {
    expect(keysOf(['待补|A'], ['1号|A'], [['待补|A', 'CF_WSH']])).toEqual(['待补|A']);
    expect(keysOf(['待补|A'], ['1号|A'], [['待补|A', 'CF_YJ']])).toEqual(['1号|A']);
  });
});
