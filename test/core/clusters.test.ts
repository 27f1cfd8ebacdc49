import { describe, expect, it } from 'vitest';
import {
  type ClusterRecord,
  codesOfName,
  namesOfCode,
  nearDuplicates,
  subjectCodeField,
} from '../../electron/core/clusters.ts';
import { COMPANY, templateOf } from './sheetOf.ts';

const penalty = templateOf('penalty-legal');

function record(id: number, changes: Partial<ClusterRecord> = {}): ClusterRecord {
  return {
    record: id,
    unit: 'xx-scjgj',
    template: 'penalty-legal',
    period: '2022-W17',
    name: '西峡县顺达商贸有限公司',
    code: COMPANY,
    values: { CF_WSH: `〔2022〕${id}号`, CF_JDRQ: '2022-04-26', CF_NR_FK: 1 },
    ...changes,
  };
}

const group = (...records: ClusterRecord[]) => ({ records, size: records.length });

describe('look-alikes', () => {
  it.each([
    ['西峡县顺达商贸有限公司', '西峡县顺達商贸有限公司', true],
    ['西峡县顺达商贸有限公司', '西峡县顺达贸易有限公司', true],
    ['西峡县顺达（集团）公司', '西峡县顺达(集团) 公司', false],
  ])('names of one code: %s and %s → %s', (a, b, differ) => {
    expect(namesOfCode(COMPANY, group(record(1, { name: a }), record(2, { name: b }))) !== null).toBe(differ);
  });

  it.each([
    ['91350100M000100Y43', 'alike_codes'],
    ['91350100M000100Y44', 'alike_codes'],
    ['92411323MA9K000019', 'one_name_many_codes'],
    ['91350100M000100Y4', 'one_name_many_codes'],
  ])('codes of one name: %s → %s', (code, kind) => {
    const cluster = codesOfName('顺达', group(record(1, { code: '91350100M000100Y45' }), record(2, { code })));
    expect(cluster?.kind).toBe(kind);
    expect(cluster?.members.map((one) => one.detail)).toEqual(['91350100M000100Y45', code]);
  });

  it('rows of one subject and day that differ in an amount alone', () => {
    const rows = [record(1), record(2, { values: { ...record(1).values, CF_NR_FK: 2 } })];
    const cluster = nearDuplicates('x', group(...rows), penalty);
    expect(cluster?.message).toContain('罚款金额');
    expect(cluster?.members.map((one) => one.detail)).toEqual(['罚款金额(万元)：1', '罚款金额(万元)：2']);
  });

  it('leave rows alone that differ in more, and one among them that does', () => {
    const other = record(3, {
      values: { CF_WSH: '〔2022〕9号', CF_JDRQ: '2022-04-26', CF_NR_FK: 7, CF_NR: '责令改正' },
    });
    expect(nearDuplicates('x', group(record(1), other), penalty)).toBeNull();
    expect(nearDuplicates('x', group(record(1), record(2), other), penalty)?.members.map((one) => one.record)).toEqual([
      1, 2,
    ]);
  });

  it.each([
    ['penalty-legal', 'CF_XDR_SHXYM'],
    ['commitment', 'promisorCode'],
    ['publicity', null],
  ])('know a subject by its code: %s → %s', (template, field) => {
    expect(subjectCodeField(templateOf(template))).toBe(field);
  });
});
