import { describe, expect, it } from 'vitest';
import { CHART_SIGNS } from '../../electron/contract/chartLook.ts';
import { CELL_STATE_WORDS } from '../../electron/contract/figureWords.ts';
import { MARK_WORDS as MARKS, NUMBER_STATE_WORDS as NUMBER_STATES } from '../../electron/contract/paperWords.ts';
import { OWED_STATUSES } from '../../electron/contract/reminders.ts';
import { ERROR_CODES } from '../../electron/contract/reply.ts';
import { CELL_STATUSES } from '../../electron/contract/status.ts';
import { errorSentence } from '../../electron/contract/words.ts';
import { reminderRows } from '../../electron/core/reminderRows.ts';
import { statusText } from '../../renderer/features/reminders/owedTexts.ts';
import { MARK_WORDS } from '../../renderer/words/composer.ts';
import { NUMBER_STATE_WORDS } from '../../renderer/words/documentNumbers.ts';
import { PAPER_WORDS } from '../../renderer/words/papers.ts';
import { STATUS_WORDS } from '../../renderer/words.ts';
import { owed, reminder } from './reminderItems.ts';

describe('the sentence of a refusal', () => {
  it('leads to the tab where a template is chosen, by the name on it', () => {
    expect(errorSentence('template_none', '')).toContain(`“${PAPER_WORDS.templateTab}”`);
  });

  it('does not say that words are lost which the window keeps', () => {
    expect(errorSentence('paper_changed', '月通报')).toBe(
      '这份文稿刚被别处改过：月通报。这次的改动还没有存入，请取得最新的文稿后再改。',
    );
  });

  it('quotes a title that has marks of its own in single ones', () => {
    const said = ERROR_CODES.map((code) => errorSentence(code, '“信豫融”平台企业入驻'));
    expect(said.filter((text) => text.includes('““'))).toEqual([]);
    expect(said).toContainEqual(expect.stringMatching(/^“‘信豫融’平台企业入驻”不收零报送/));
  });

  it('speaks of nobody as 你', () => {
    expect(ERROR_CODES.filter((code) => errorSentence(code, '').includes('你'))).toEqual([]);
  });
});

describe('a thing has one name', () => {
  it.each(OWED_STATUSES)('in the reminder list on screen and in its files: %s', (status) => {
    const one = owed({ status });
    const list = { period: null, asOf: '2022-05-06T09:00', office: '', groupText: '', levelNote: '' };
    const [row] = reminderRows({ ...list, items: [reminder('甲局', one)] });
    expect(row?.state.split('，')[0]).toBe(statusText(one));
  });

  it.each(['missing', 'partial', 'returned', 'contradicted'] as const)(
    'in the reminder list and above the squares behind a number: %s',
    (status) => {
      expect(CELL_STATE_WORDS[status]).toBe(statusText(owed({ status })));
    },
  );

  it('in the grid and on charts', () => {
    for (const status of CELL_STATUSES) expect(CHART_SIGNS[status].name).toBe(STATUS_WORDS[status]);
  });

  it('in the window, on the command line and in refusals, as to papers and their numbers', () => {
    expect(MARK_WORDS).toEqual({ ...MARKS, stale: MARKS.edited });
    expect(NUMBER_STATE_WORDS).toEqual(NUMBER_STATES);
    for (const state of ['reserved', 'outside', 'void'] as const)
      expect(errorSentence('number_gap', '')).toContain(NUMBER_STATE_WORDS[state]);
  });
});
