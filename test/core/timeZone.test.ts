import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('timeZoneReport.ts', import.meta.url));

function reportIn(zone: string): string {
  return execFileSync(process.execPath, [script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
}

describe('days, due moments, grid and reminders', () => {
  const here = reportIn('Asia/Shanghai');

  it('report something', () => {
    const report = JSON.parse(here);
    expect(report.zone).toBe('Asia/Shanghai');
    expect(report.expectations.length).toBeGreaterThan(100);
    expect(report.anyExpectations.length).toBeGreaterThan(1000);
  });

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])('are the same in %s', (zone) => {
    const there = JSON.parse(reportIn(zone));
    expect(there.zone).toBe(zone);
    expect({ ...there, zone: '' }).toEqual({ ...JSON.parse(here), zone: '' });
  });
});
