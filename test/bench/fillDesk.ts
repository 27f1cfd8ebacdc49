import Database from 'better-sqlite3';
import { addDays, firstDay, nextPeriod } from '../../electron/core/period.ts';

/** One table as a unit sends it, week by week or month by month. */
interface Series {
  readonly duty: string;
  readonly template: string;
  readonly first: string;
  readonly last: string;
  /** Part of all records. */
  readonly share: number;
  readonly units: readonly string[];
}

/**
 * Writes three years (2022–2024) of records straight into an initialised data file: weekly penalties of the 26 lead units, monthly
 * articles and report uses of 50. One in twelve has an error. Sizes are those of real rows, 1.5 KB each.
 */
export function fillDesk(file: string, records: number): void {
  const sqlite = new Database(file);
  lastId = 0;
  sqlite.pragma('synchronous = OFF');
  const units = sqlite
    .prepare("SELECT id FROM unit WHERE kind NOT IN ('office', 'supervision') ORDER BY position")
    .pluck();
  const all = (units.all() as string[]).slice(0, 50); // the one text column asked for
  const weekly = { duty: '000-02', first: '2022-W01', last: '2024-W52', units: all.slice(0, 26) };
  const monthly = { first: '2022-01', last: '2024-12', units: all };
  const series: Series[] = [
    { ...weekly, template: 'penalty-legal', share: 0.5 },
    { ...weekly, template: 'permit-legal', share: 0.3 },
    { ...monthly, duty: '000-14', template: 'publicity', share: 0.1 },
    { ...monthly, duty: '000-06', template: 'report-use', share: 0.1 },
  ];
  sqlite.transaction(() => {
    const write = prepare(sqlite);
    for (const one of series) fillSeries(one, records, write);
    sqlite.exec(`INSERT INTO tally SELECT period, unit, duty, template, count(*), sum(compliant), 0, count(timely),
      coalesce(sum(timely), 0) FROM record GROUP BY period, unit, duty, template`);
  })();
  sqlite.close();
}

type Write = ReturnType<typeof prepare>;

function prepare(sqlite: Database.Database) {
  return {
    record: sqlite.prepare(
      `INSERT INTO record (id, lineage, version, state, batch, unit, duty, period, template, key, hash, name, "values", raw, extras,
        decision_date, sent_at, received_at, timely, compliant, file, sheet, row)
       VALUES (@id, @id, 1, 'current', @batch, @unit, @duty, @period, @template, @key, @key, @name, @values, @raw, '{}',
        @decided, @received, @received, @timely, @compliant, @file, 'Sheet1', @row)`,
    ),
    finding: sqlite.prepare(
      `INSERT INTO finding (record, row, cell, "column", field, rule, severity, value, message)
       VALUES (?, ?, 'C5', '统一社会信用代码', 'CF_XDR_SHXYM', 'uscc_check_digit', 'error', '91411323MA00000000',
        '统一社会信用代码的校验位不对，请对照营业执照核对后重新填写。')`,
    ),
    submission: sqlite.prepare(
      `INSERT INTO submission (unit, duty, period, template, kind, received_at, note, file, sha256, batch, records, count)
       VALUES (?, ?, ?, ?, 'file', ?, '', ?, ?, ?, ?, ?)`,
    ),
    batch: sqlite.prepare(
      `INSERT OR IGNORE INTO batch (id, committed_at, received_at, file_count, table_count, record_count, files)
       VALUES (?, ?, ?, 1, 1, 1, '[]')`,
    ),
  };
}

let lastId = 0;

function fillSeries({ duty, template, first, last, share, units }: Series, records: number, write: Write): void {
  const periods: string[] = [];
  for (let period = first; period <= last; period = nextPeriod(period)) periods.push(period);
  const perScope = Math.max(1, Math.round((records * share) / (periods.length * units.length)));
  const everyNth = Math.max(1, Math.round((periods.length * units.length * perScope) / (records * share)));
  let scope = 0;
  for (const period of periods) {
    const received = `${addDays(firstDay(period), 4)}T10:00`;
    const batch = `B${received.slice(0, 10).replaceAll('-', '')}-001`;
    write.batch.run(batch, received, received);
    for (const unit of units) {
      if (scope++ % everyNth !== 0) continue;
      const file = `${unit} ${template} ${period}.xlsx`;
      write.submission.run(unit, duty, period, template, received, file, `${unit}${period}`, batch, perScope, perScope);
      for (let row = 1; row <= perScope; row++) {
        const id = ++lastId;
        const isFaulty = id % 12 === 0;
        const clocked = template.startsWith('pe');
        write.record.run({
          ...{ id, batch, unit, duty, period, template, received, file, row },
          key: `${template}${id}`,
          name: `西峡县第${id}建材有限公司`,
          values: content(id, 'v'),
          raw: content(id, 'r'),
          decided: clocked ? firstDay(period) : null,
          timely: clocked ? Number(id % 20 !== 0) : null,
          compliant: Number(!isFaulty),
        });
        if (isFaulty) write.finding.run(id, row);
      }
    }
  }
}

/** Some 700 bytes of JSON, as a row of a penalty has them. */
function content(id: number, kind: string): string {
  return JSON.stringify({
    CF_XDR_MC: `西峡县第${id}建材有限公司`,
    CF_XDR_SHXYM: `91411323MA${String(id).padStart(8, '0')}`,
    CF_WSH: `西市监罚决〔2022〕${id}号`,
    CF_SY: `2022年4月2日经检查发现，当事人未按规定明码标价（第${id}起），${kind}违反了价格管理的有关规定，事实清楚，证据确凿`,
    CF_YJ: '《中华人民共和国价格法》第四十二条、《价格违法行为行政处罚规定》第十三条',
    CF_NR: '警告，责令改正违法行为，并处罚款人民币五百元整',
    CF_CFJG: '西峡县市场监督管理局',
  });
}
