import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type {
  Assessment,
  AssessmentEntry,
  AssessmentScheme,
  Objection,
  SchemeVersion,
} from '../contract/assessment.ts';
import { Refusal } from '../core/refusal.ts';
import {
  type CommandLine,
  type CommandOptions,
  NONE,
  needed,
  oneOf,
  onePath,
  rowNumber,
  wholeNumber,
} from './arguments.ts';
import { type Ask, answer, type Command } from './command.ts';
import { readJsonObject } from './jsonFile.ts';
import { namesOf, unitId, unitNamed } from './named.ts';
import { outFormat } from './outFormat.ts';
import { table } from './table.ts';

/** `assess`: the year's score, its schemes, what the office types and decides, and the papers of it. */
export const ASSESSMENT_COMMANDS = {
  async assess({ options }, ask) {
    const year = neededYear(options);
    const unit = await unitId(ask, options.unit);
    const assessment = await ask('assessment.get', { year, unit, asOf: options['as-of'] });
    return answer(assessment, () => page(assessment));
  },
  async 'assess schemes'(_line, ask) {
    const schemes = await ask('assessment.schemes', {});
    return answer(schemes, () => schemeTable(schemes));
  },
  async 'assess versions'({ options }, ask) {
    const versions = await ask('assessment.versions', { year: neededYear(options) });
    return answer(versions, () => versionTable(versions));
  },
  async 'assess save-scheme'(line, ask) {
    const { options } = line;
    const year = neededYear(options);
    const scheme = await schemeOf(onePath(line, '方案编号或文件'), ask);
    const saved = await ask('assessment.saveScheme', { year, scheme, reason: needed(options, 'note'), by: options.by });
    return answer(saved, () => versionTable([saved]));
  },
  async 'assess entries'({ options }, ask) {
    const unit = await unitId(ask, options.unit);
    const year = neededYear(options);
    const entries = await ask('assessment.entries', { year, unit, item: options.item });
    const names = await lineNames(ask, year);
    return answer(entries, () => entryTable(entries, names));
  },
  async 'assess enter'(line, ask) {
    const { options } = line;
    if (options.points === undefined && options.pieces === undefined)
      throw new Refusal('usage', '缺少 --points 或 --pieces');
    const entry = await ask('assessment.enter', {
      ...(await lineOf(line, ask)),
      points: typed(options, 'points') ?? null,
      pieces: typed(options, 'pieces') ?? null,
      evidence: needed(options, 'note'),
      by: options.by,
    });
    const names = await lineNames(ask, entry.year);
    return answer(entry, () => entryTable([entry], names));
  },
  async 'assess withdraw'(line, ask) {
    const gone = await ask('assessment.withdraw', { id: rowNumber(line), by: line.options.by });
    const names = await lineNames(ask, gone.year);
    return answer(gone, () => `已撤回评定 ${gone.id}：${names.unit(gone.unit)} ${names.item(gone.item)}。`);
  },
  async 'assess objections'({ options }, ask) {
    const unit = await unitId(ask, options.unit);
    const year = neededYear(options);
    const list = await ask('assessment.objections', { year, unit });
    const names = await lineNames(ask, year);
    return answer(list, () => objectionTable(list, names));
  },
  async 'assess object'(line, ask) {
    const { options } = line;
    const made = await ask('assessment.object', {
      ...(await lineOf(line, ask)),
      claim: needed(options, 'note'),
      on: options.day,
      by: options.by,
    });
    const names = await lineNames(ask, made.year);
    return answer(made, () => objectionTable([made], names));
  },
  async 'assess decide'(line, ask) {
    const { options } = line;
    const outcome = oneOf(needed(options, 'outcome'), ['granted', 'refused'], 'outcome');
    const decided = await ask('assessment.decide', {
      id: rowNumber(line),
      granted: outcome === 'granted',
      points: typed(options, 'points') ?? undefined,
      decision: needed(options, 'note'),
      by: options.by,
    });
    const names = await lineNames(ask, decided.year);
    return answer(decided, () => [objectionTable([decided], names), decided.effect ?? []].flat().join('\n'));
  },
  async 'assess write'({ options }, ask) {
    const out = needed(options, 'out');
    const format = outFormat(out, FORMATS) ?? 'xlsx';
    const written = await ask('assessment.write', {
      ...{ year: neededYear(options), asOf: options['as-of'], unit: await unitId(ask, options.unit) },
      ...{ format, out: resolve(out) },
    });
    return answer(written, () => `已写出：${written.path}`);
  },
} satisfies Record<string, Command>;

const FORMATS = ['xlsx', 'docx'] as const;

function neededYear(options: CommandOptions): number {
  needed(options, 'year');
  return wholeNumber(options, 'year') ?? 0;
}

/** The line of a unit's score that a command is about. */
async function lineOf({ options }: CommandLine, ask: Ask) {
  const unit = await unitNamed(ask, needed(options, 'unit'));
  const year = neededYear(options);
  return { year, unit: unit.id, item: await itemNamed(ask, year, needed(options, 'item')) };
}

/** The id of a line of the year's scheme, by id or by its title, as units and duties; what is neither is refused with the request. */
async function itemNamed(ask: Ask, year: number, text: string): Promise<string> {
  const [version] = await ask('assessment.versions', { year });
  if (version === undefined) return text;
  const lines = linesOf(version.scheme);
  const named = lines.filter(({ title }) => title === text);
  const [only] = named;
  return lines.some(({ id }) => id === text) || only === undefined || named.length > 1 ? text : only.id;
}

/** What units and the lines of a year's schemes are called; of a line of several versions the newest title. */
interface LineNames {
  readonly unit: (id: string) => string;
  readonly item: (id: string) => string;
}

async function lineNames(ask: Ask, year: number): Promise<LineNames> {
  const titles = new Map<string, string>();
  for (const { scheme } of await ask('assessment.versions', { year }))
    for (const { id, title } of linesOf(scheme)) if (!titles.has(id)) titles.set(id, title);
  const { unit } = await namesOf(ask);
  return { unit, item: (id) => titles.get(id) ?? id };
}

function linesOf({
  groups,
  bonus,
  deductions,
}: AssessmentScheme): readonly { readonly id: string; readonly title: string }[] {
  return [...groups.flatMap(({ items }) => items), ...bonus, ...deductions];
}

/** A number as typed; `none`: 缺项. */
function typed(options: CommandOptions, name: 'points' | 'pieces'): number | null | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  if (text === NONE) return null;
  if (!/^-?\d{1,7}(?:\.\d{1,4})?$/u.test(text)) throw new Refusal('usage', `--${name} 应为数字或 none：${text}`);
  return Number(text);
}

/** A scheme by its id, as `assess schemes` lists it, or of a file; its values are checked with the request. */
async function schemeOf(text: string, ask: Ask): Promise<AssessmentScheme> {
  const known = (await ask('assessment.schemes', {})).find(({ id }) => id === text);
  if (known === undefined && !existsSync(resolve(text))) throw new Refusal('scheme_unknown', `${text}，也没有这个文件`);
  return known ?? (readJsonObject(resolve(text), FIELDS) as unknown as AssessmentScheme); // checked with the request
}

/** Fields that a file may hold. */
const FIELDS = [
  ...['id', 'title', 'source', 'total', 'groups', 'bonus', 'bonusMax', 'deductions', 'notApplicable', 'bands'],
] as const satisfies readonly (keyof AssessmentScheme)[];

function page({ units, open, formula, refused = [] }: Assessment): string {
  return [
    table(
      ['名次', '单位', '各项得分', '折算', '加分', '扣分', '综合得分', '等次', '没有评分', '申诉'],
      units.map((unit) => [
        unit.rank === 0 ? '—' : unit.rank,
        unit.name,
        ...[unit.sum, unit.base, unit.bonus, unit.deducted, unit.score].map((points) => points.toFixed(2)),
        unit.band,
        unit.items.filter(({ state }) => state === 'open').length,
        unit.openObjections,
      ]),
    ),
    ...(units.length === 1
      ? units.map(({ items, bonuses, deductions }) => itemTable([...items, ...bonuses, ...deductions]))
      : []),
    ...(units.some(({ rank, ended }) => rank === 0 && ended === undefined) ? ['各单位得分相同，不排名次。'] : []),
    ...(open === 0 ? [] : [`还有 ${open} 项没有评分，暂计 0 分。`]),
    ...refused.map(({ duty, period, message }) => `${duty} ${period} 没有计入：${message}`),
    formula,
  ].join('\n');
}

function itemTable(lines: Assessment['units'][number]['items']): string {
  return table(
    ['编号', '项目', '满分', '得分', '说明', '依据'],
    lines.map(({ item, title, max, points, how, evidence }) => [
      item,
      title,
      max === 0 ? '不限' : max,
      points === null ? null : points.toFixed(2),
      how,
      evidence,
    ]),
  );
}

function schemeTable(schemes: readonly AssessmentScheme[]): string {
  return table(
    ['编号', '方案', '项目数', '加分上限', '来源'],
    schemes.map(({ id, title, groups, bonusMax, source }) => {
      return [id, title, groups.reduce((sum, { items }) => sum + items.length, 0), bonusMax, source];
    }),
  );
}

function versionTable(versions: readonly SchemeVersion[]): string {
  return table(
    ['年', '版', '方案', '理由', '时间', '经办'],
    versions.map(({ year, version, scheme, reason, at, by }) => [year, version, scheme.title, reason, at, by]),
  );
}

function entryTable(entries: readonly AssessmentEntry[], names: LineNames): string {
  if (entries.length === 0) return '还没有填写。';
  return table(
    ['编号', '单位', '项目', '分值', '件数', '依据', '时间', '经办'],
    entries.map((one) => [
      ...[one.id, names.unit(one.unit), names.item(one.item), one.points, one.pieces],
      ...[one.evidence, one.at, one.by],
    ]),
  );
}

const STATES = { open: '没有处理', granted: '成立', refused: '不成立' } as const;

function objectionTable(list: readonly Objection[], names: LineNames): string {
  if (list.length === 0) return '没有申诉。';
  return table(
    ['编号', '单位', '项目', '申诉', '原分', '处理', '改后', '理由'],
    list.map((one) => [
      ...[one.id, names.unit(one.unit), names.item(one.item), one.claim],
      ...[one.before, STATES[one.state], one.after, one.decision],
    ]),
  );
}
