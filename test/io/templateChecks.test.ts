import { describe, expect, it } from 'vitest';
import type { Template } from '../../electron/contract/templates.ts';
import { checkRelations, checkTies } from '../../electron/io/templateChecks.ts';
import { DESK, templateOf } from '../core/sheetOf.ts';

/** The first fault of a template, and of all templates with it in its place. */
function faultOf(changes: Partial<Template>): string {
  const template = { ...templateOf('stats-total'), ...changes };
  const fault = (file: string, path: string, what: string): never => {
    throw new Error(`${file} ${path}: ${what}`);
  };
  try {
    checkRelations('templates/stats-total.json', template, fault);
    checkTies(
      DESK.templates.map((one) => (one.id === template.id ? template : one)),
      fault,
    );
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'none';
}

const sum = { field: 'total', of: [['permitSubtotal']], less: [] };

describe('what a template says of its numbers', () => {
  it.each<[string, Partial<Template>, string]>([
    ['as shipped', {}, 'none'],
    ['a sum of an unknown field', { sums: [{ ...sum, field: 'totla' }] }, 'sums[0].field: 没有这个字段：totla'],
    [
      'a sum of a text',
      { sums: [{ ...sum, of: [['permitSubtotal', 'link']] }] },
      'sums[0].of[0][1]: 不是数字字段：link',
    ],
    ['a text taken away', { sums: [sum, { ...sum, less: ['phone'] }] }, 'sums[1].less[0]: 不是数字字段：phone'],
    ['a tie of a text', { ties: [{ field: 'unit', of: [] }] }, 'ties[0].field: 不是数字字段：unit'],
    [
      'a tie to an unknown template',
      { ties: [{ field: 'total', of: [{ template: 'stats', rows: 'until' }] }] },
      'ties[0].of[0].template: 没有这个模板：stats',
    ],
    [
      'a tie to a text of another template',
      { ties: [{ field: 'total', of: [{ template: 'stats-increment', field: 'month', period: 'same' }] }] },
      'ties[0].of[0].field: 不是该模板的数字字段：month',
    ],
    [
      'a former version without an unknown field',
      { former: { version: '2016', headers: ['甲', '乙'], absent: ['unti'] } },
      'former.absent[0]: 没有这个字段：unti',
    ],
    [
      'a former header of an unknown field',
      { former: { version: '2016', headers: ['甲', '乙'], fields: { 甲: null, 乙: 'nit' } } },
      'former.fields.乙: 没有这个字段：nit',
    ],
  ])('is checked: %s', (_, changes, expected) => {
    expect(faultOf(changes)).toBe(expected === 'none' ? 'none' : `templates/stats-total.json ${expected}`);
  });
});
