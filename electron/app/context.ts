import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NewerDatabase, openStore, type Store } from '../../db/open.ts';
import { listAllotments } from '../../db/queries/allotments.ts';
import { listAssignments } from '../../db/queries/assignments.ts';
import { calendarExtra } from '../../db/queries/calendar.ts';
import { listDuties } from '../../db/queries/duties.ts';
import { listExemptions } from '../../db/queries/exemptions.ts';
import { getSetting } from '../../db/queries/settings.ts';
import { listGroups } from '../../db/queries/units.ts';
import type { ReadDb } from '../../db/types.ts';
import type { Duty } from '../contract/duties.ts';
import type { Office } from '../contract/profiles.ts';
import type { Progress } from '../contract/reply.ts';
import type { Day, Moment } from '../contract/time.ts';
import { createCalendar, type WorkCalendar } from '../core/calendar.ts';
import { LATEST, resolveDuty, resolveUnit } from '../core/directory.ts';
import type { DutyBook } from '../core/expectation.ts';
import { groupOn } from '../core/groupHistory.ts';
import { Refusal } from '../core/refusal.ts';
import { createIntake, type Intake } from '../io/intake/createIntake.ts';
import { loadResources, type Resources } from '../io/resources.ts';
import { unitsInForce } from './unitsInForce.ts';

/** What an entry (window, loopback host, command line, test) hands to the application. */
export interface AppDeps {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly migrationsFolder: string;
  readonly workerUrl: URL;
  readonly version: string;
  readonly now: () => Moment;
  readonly demo?: boolean;
  readonly printHtmlToPdf?: (html: string, out: string) => Promise<void>;
  /** Reader of mailed files of several applications in one process, who ends it; without it this one has its own. */
  readonly intake?: Intake;
}

/** How long work reports and is told to stop. */
export interface DispatchOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Everything a use case may use. */
export interface Context {
  readonly deps: AppDeps;
  readonly resources: Resources;
  /** What ships with what the office added. */
  readonly calendar: WorkCalendar;
  /** Lets the next reader of `calendar` see what was written to it. */
  renewCalendar(): void;
  readonly intake: Intake;
  /** The data file; refuses `not_initialised` before a county is chosen. */
  store(): Store;
  /** Makes the data file; refuses one that exists. */
  create(): Store;
  isInitialised(): boolean;
  close(): Promise<void>;
}

export const dataFile = (dataFolder: string): string => join(dataFolder, 'credit-desk.db');

/** Loads resources and opens the data file, if there is one, on first use. */
export function createContext(deps: AppDeps): Context {
  const resources = loadResources(deps.resourcesFolder);
  const intake = deps.intake ?? createIntake({ workerUrl: deps.workerUrl });
  const file = dataFile(deps.dataFolder);
  let opened: Store | null = null;
  let calendar: WorkCalendar | null = null;
  const open = (): Store => {
    opened ??= openOrRefuse(file, deps);
    return opened;
  };
  const isInitialised = (): boolean => existsSync(file) && getSetting(open().read, 'office') !== undefined;
  return {
    deps,
    resources,
    get calendar() {
      if (calendar === null && isInitialised()) calendar = createCalendar(calendarExtra(open().read));
      return calendar ?? SHIPPED;
    },
    renewCalendar() {
      calendar = null;
    },
    intake,
    isInitialised,
    store() {
      if (!isInitialised()) throw new Refusal('not_initialised', deps.dataFolder);
      return open();
    },
    create() {
      if (isInitialised()) throw new Refusal('already_initialised', deps.dataFolder);
      return open();
    },
    async close() {
      opened?.close();
      opened = null;
      calendar = null;
      if (!deps.intake) await intake.close();
    },
  };
}

/** Before a county is chosen. */
const SHIPPED = createCalendar();

function openOrRefuse(file: string, deps: AppDeps): Store {
  try {
    return openStore(file, deps.migrationsFolder, join(deps.dataFolder, 'backups'));
  } catch (error) {
    if (error instanceof NewerDatabase) throw new Refusal('database_newer', file);
    throw error;
  }
}

/**
 * The office, its units, groups and duties as they stand, with their revisions, and what of assignments, exemptions and allotments is in
 * force: all that decides who owes what when (`DutyBook`).
 */
export interface Directory extends DutyBook {
  readonly office: Office;
  readonly duties: readonly Duty[];
}

/** Readers of the data file that see another office than the one there is now. */
const OFFICES = new WeakMap<ReadDb, Office>();

/** A reader of the same data file, whose directory (`readDirectory`) is of another office, of then with its settings. */
export function underOffice(db: ReadDb, office: Office): ReadDb {
  const reader: ReadDb = Object.create(db); // everything else of it is the reader itself
  OFFICES.set(reader, office);
  return reader;
}

/**
 * Reads the directories; derived values (groups of a unit, units of a duty) are resolved here and nowhere stored. They are those of `today`;
 * without it, those after the last change that was entered.
 */
export function readDirectory(db: ReadDb, today: Day = LATEST): Directory {
  const office = OFFICES.get(db) ?? getSetting<Office>(db, 'office');
  if (!office) throw new Refusal('not_initialised');
  const groups = listGroups(db).map((group) => groupOn(group, today));
  const assignments = listAssignments(db);
  return {
    office,
    units: unitsInForce(db).map((unit) => resolveUnit(unit, groups)),
    groups,
    duties: listDuties(db).map((duty) => resolveDuty(duty, groups, office.settings, { assignments, today })),
    assignments,
    exemptions: listExemptions(db),
    allotments: listAllotments(db),
  };
}
