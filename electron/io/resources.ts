import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { AssessmentScheme } from '../contract/assessment.ts';
import type { RuleCode, Severity } from '../contract/findings.ts';
import type { Template } from '../contract/templates.ts';
import type { AssessmentTexts } from '../core/assessmentTexts.ts';
import type { CircularTexts } from '../core/circularTexts.ts';
import type { Profile } from '../core/profile.ts';
import { Refusal } from '../core/refusal.ts';
import type { ReminderDefaults } from '../core/reminderWording.ts';
import { loadAssessmentSchemes } from './assessmentSchemes.ts';
import { loadAssessmentTexts } from './assessmentTexts.ts';
import { loadCircularTexts } from './circularTexts.ts';
import { reminderDefaultsSchema } from './reminderDefaults.ts';
import { checkProfile, checkTemplate } from './resourceChecks.ts';
import {
  countiesSchema,
  dutiesSchema,
  groupsSchema,
  indicatorsSchema,
  officeSchema,
  severitySchema,
  templateSchema,
  unitsSchema,
} from './resourceSchemas.ts';
import { checkTies } from './templateChecks.ts';

/** The rules that ship as data (`resources/`), read and checked once at start. */
export interface Resources {
  /** By profile id, in the order of the folder names. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** In the order of their ids. */
  readonly templates: readonly Template[];
  readonly severities: Readonly<Record<RuleCode, Severity>>;
  /** By profile id, in the words of its notice. */
  readonly circularTexts: ReadonlyMap<string, CircularTexts>;
  /** For an office whose profile came as a file. */
  readonly neutralTexts: CircularTexts;
  /** Levels and wording of the reminders as they ship. */
  readonly reminders: ReminderDefaults;
  /** Schemes of the year's score, the default one first. */
  readonly assessmentSchemes: readonly AssessmentScheme[];
  readonly assessmentTexts: AssessmentTexts;
  /** City → its counties, districts and county-level cities: whose name a file of another county bears. */
  readonly counties: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads and checks the resources folder. The first fault is refused as `resource_invalid` naming file, path and fault:
 * `templates/penalty-legal.json columns[3].type: …`.
 */
export function loadResources(dir: string): Resources {
  const templates = list(dir, 'templates')
    .filter((name) => name.endsWith('.json'))
    .map((name) => loadTemplate(dir, name));
  checkTies(templates, fault);
  const ids = new Set(templates.map((template) => template.id));
  const profiles = new Map(
    list(dir, 'profiles')
      .filter((name) => !name.startsWith('.'))
      .map((name) => [name, loadProfile(dir, name, ids)]),
  );
  const assessmentSchemes = loadAssessmentSchemes(dir, {
    templates: ids,
    duties: new Set([...profiles.values()].flatMap(({ duties }) => duties.map(({ id }) => id))),
    indicators: new Set([...profiles.values()].flatMap(({ indicators }) => indicators.map(({ id }) => id))),
  });
  const severities = read(dir, 'rules/severity.json', severitySchema);
  const counties = read(dir, 'rules/counties.json', countiesSchema);
  const reminders = read(dir, 'reminders/reminders.json', reminderDefaultsSchema);
  const circularTexts = new Map([...profiles.keys()].map((id) => [id, loadCircularTexts(dir, id)]));
  return {
    profiles,
    templates,
    severities,
    circularTexts,
    neutralTexts: loadCircularTexts(dir),
    reminders,
    assessmentSchemes,
    assessmentTexts: loadAssessmentTexts(dir),
    counties,
  };
}

function loadTemplate(dir: string, name: string): Template {
  const file = `templates/${name}`;
  const template = read(dir, file, templateSchema);
  if (`${template.id}.json` !== name) fault(file, 'id', `与文件名不符：${template.id}`);
  checkTemplate(file, template, fault);
  return template;
}

function loadProfile(dir: string, id: string, templates: ReadonlySet<string>): Profile {
  const folder = `profiles/${id}`;
  const profile: Profile = {
    office: read(dir, `${folder}/office.json`, officeSchema),
    units: read(dir, `${folder}/units.json`, unitsSchema),
    groups: read(dir, `${folder}/groups.json`, groupsSchema),
    duties: read(dir, `${folder}/duties.json`, dutiesSchema),
    indicators: read(dir, `${folder}/indicators.json`, indicatorsSchema),
  };
  if (profile.office.id !== id) fault(`${folder}/office.json`, 'id', `与文件夹名不符：${profile.office.id}`);
  checkProfile(folder, profile, templates, fault);
  return profile;
}

function list(dir: string, folder: string): readonly string[] {
  try {
    return readdirSync(path.join(dir, folder)).toSorted();
  } catch {
    return fault(folder, '', '缺少文件夹');
  }
}

function read<T>(dir: string, file: string, schema: z.ZodType<T>): T {
  const checked = schema.safeParse(readJson(dir, file), { error: z.locales.zhCN().localeError });
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  return fault(file, issue === undefined ? '' : pathText(issue.path), issue?.message ?? '内容不符');
}

function readJson(dir: string, file: string): unknown {
  let text: string;
  try {
    text = readFileSync(path.join(dir, file), 'utf8');
  } catch {
    return fault(file, '', '缺少文件');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    return fault(file, '', `不是合法的 JSON：${error instanceof Error ? error.message : ''}`);
  }
}

function fault(file: string, at: string, what: string): never {
  throw new Refusal('resource_invalid', `${file}${at === '' ? '' : ` ${at}`}: ${what}`);
}

/** Where in a JSON file a value stands, as people write it: `columns[3].type`. */
export function pathText(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./u, '');
}
