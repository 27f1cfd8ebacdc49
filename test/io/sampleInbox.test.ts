import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../electron/contract/findings.ts';
import { DEFAULT_INTAKE_POLICY } from '../../electron/contract/profiles.ts';
import type { AnalyseContext, AnalysedTable } from '../../electron/core/analysed.ts';
import { resolveDuty } from '../../electron/core/directory.ts';
import { cadenceKind } from '../../electron/core/period.ts';
import { createIntake } from '../../electron/io/intake/createIntake.ts';
import { loadResources } from '../../electron/io/resources.ts';
import { generateInbox, type Manifest } from '../fixtures/generateInbox.ts';

const RESOURCES = path.resolve('resources');
const FIXTURES = path.resolve('test', 'fixtures');
const manifest = JSON.parse(readFileSync(path.join(FIXTURES, 'inbox.manifest.json'), 'utf8')) as Manifest; // our own generator's

describe('the sample inbox', () => {
  it('is what its generator writes, byte for byte', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'inbox 收件 '));
    try {
      expect(await generateInbox(folder, RESOURCES)).toEqual(manifest);
      const names = readdirSync(path.join(folder, 'inbox'));
      expect(names).toEqual(readdirSync(path.join(FIXTURES, 'inbox')));
      for (const name of names) {
        const [made, stored] = [folder, FIXTURES].map((root) => readFileSync(path.join(root, 'inbox', name)));
        expect(stored?.equals(made ?? Buffer.alloc(0)), name).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a file of the sample inbox', () => {
  const intake = createIntake({ workerUrl: new URL('../../electron/io/intake/intakeWorker.ts', import.meta.url) });
  afterAll(() => intake.close());

  const read = (name: string) => intake.analyse(path.join(FIXTURES, 'inbox', name), name, { ...context, file: name });

  it.each(manifest.files.filter((file) => file.tables.length > 0))(
    '$name is routed and has the defects planted in it',
    async (file) => {
      const analysed = await read(file.name);
      if (analysed.kind !== 'workbook') throw new Error(`${file.name}: ${analysed.kind}`);
      const tables = analysed.sheets.filter((sheet) => sheet.kind === 'table');
      expect(tables.map(routing)).toEqual(
        file.tables.map(({ sheet, unit, duty, template, period, question, headerRow, rows, records, skipped }) => ({
          ...{ sheet, unit, duty, template, period, question, headerRow, rows, records, skipped },
        })),
      );
      expect(tables.map((table) => found(table).toSorted())).toEqual(
        file.tables.map((table) => table.planted.map(({ row, field, rule }) => defect(row, field, rule)).toSorted()),
      );
    },
  );

  it.each(manifest.files.filter((file) => file.tables.length === 0))('$name is refused as $code', async (file) => {
    const analysed = await read(file.name);
    const code = analysed.kind === 'workbook' ? analysed.sheets[0]?.kind : analysed.code;
    expect(code).toBe(file.code);
  });
});

const context = contextOfProfile();

function contextOfProfile(): Omit<AnalyseContext, 'file'> {
  const { profiles, templates, severities } = loadResources(RESOURCES);
  const profile = profiles.get('xixia-2022');
  if (profile === undefined) throw new Error('xixia-2022');
  const { office, units, groups, duties } = profile;
  return {
    receivedAt: manifest.received,
    sender: null,
    senderUnit: null,
    learned: [],
    mappings: [],
    policy: DEFAULT_INTAKE_POLICY,
    profile: office.id,
    county: office.county,
    templates,
    units: units.map((unit) => ({ ...unit, sends: unit.kind !== 'office' && unit.kind !== 'supervision' })),
    duties: duties.flatMap((duty) => {
      const periodKind = cadenceKind(duty.cadence);
      return periodKind === null ? [] : [{ ...resolveDuty(duty, groups, office.settings), periodKind }];
    }),
    severities,
    overrides: [],
  };
}

function routing(table: AnalysedTable) {
  const { sheet, template, period, headerRow, rows, skipped } = table;
  const [unit, duty] = [table.unit?.id ?? null, table.duty?.id];
  const question = table.question?.code ?? null;
  return { sheet, unit, duty, template, period, question, headerRow, rows, records: table.records.length, skipped };
}

function found(table: AnalysedTable): string[] {
  const findings: readonly Finding[] = [...table.records.flatMap((record) => record.findings), ...table.otherFindings];
  return findings.map(({ row, field, rule }) => defect(row, field, rule));
}

/** A defect of a whole row may be shown at any of its cells. */
function defect(row: number | null, field: string | null, rule: string): string {
  const whole = /^(hidden_row|late_record|duplicate_)/.test(rule);
  return `${row} ${whole ? '' : field} ${rule}`;
}
