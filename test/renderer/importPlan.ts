import type { FilePlan, TablePlan } from '../../electron/contract/imports.ts';

/** A table of a plan with plain values; what a test speaks of is given. */
export function table(given: Partial<TablePlan> = {}): TablePlan {
  return {
    sheet: 'Sheet1',
    part: '',
    headerRow: 4,
    unit: { id: 'xx-scjgj', name: '市场监管局', evidence: 'A2' },
    duty: { id: '000-02', title: '十类公共信用信息归集报送' },
    template: 'penalty-legal',
    templateTitle: '行政处罚信息',
    period: '2022-W17',
    periodEvidence: 'A1',
    status: 'ready',
    question: null,
    columns: [],
    rows: 2,
    records: 2,
    skipped: [],
    added: 2,
    changed: 0,
    unchanged: 0,
    removed: 0,
    compliant: 2,
    timely: 2,
    findings: [],
    remarks: [],
    differences: [],
    corrections: [],
    returned: null,
    ...given,
  };
}

/** A file of a plan with plain values. */
export function file(given: Partial<FilePlan> = {}): FilePlan {
  return {
    name: '双公示.xlsx',
    sha256: 'a'.repeat(64),
    size: 1000,
    status: 'ready',
    code: null,
    message: null,
    question: null,
    receivedAt: '2022-04-29T16:00',
    tables: [],
    leftOut: [],
    mail: null,
    article: null,
    filed: null,
    ...given,
  };
}
