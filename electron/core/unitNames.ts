import { foldText } from './fold.ts';
import { isOfficeName, type NameMatch, type OfficeEntry, officeEnding, settleOffices } from './subOffices.ts';

/** What the matcher needs of a unit. Units that cannot send (`sends: false`, the office itself) only use up their own name. */
export interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly officialName: string;
  readonly aliases: readonly string[];
  /** Names it bore before; another unit's present name goes first. */
  readonly pastNames?: readonly string[];
  /** Its parent unit: an office that reports for itself is not its parent's. */
  readonly parent?: string | null;
  readonly sends: boolean;
  /** It is a unit no more (merged, dissolved): it may be chosen, but its names are free for its successor. */
  readonly isPast?: boolean;
  /** Units that went on from it. */
  readonly successors?: readonly string[];
}

export interface UnitMention {
  readonly unit: NamedUnit;
  /** Text as matched. */
  readonly text: string;
  /** Which of its names it was; `former`: one it bore before; `learned`: one that a clerk's answer gave it; `contact`: the mail address of one of its people. */
  readonly by: 'name' | 'official' | 'alias' | 'former' | 'learned' | 'contact';
  /** The sub-office (下属单位) it was named through: 公安局交通警察大队. */
  readonly office: string | null;
}

export interface Mentions {
  readonly units: readonly UnitMention[];
  /** Names that belong to another county or city: `淅川县市场监督管理局`, or name one: `淅川县`. */
  readonly foreign: readonly string[];
  /** Somebody known is named who does not send this: the office, a superior, the addressee. */
  readonly bystander: boolean;
  /** Names that clerks gave to several units, and those of units that are no more, count for none of them. */
  readonly doubtful: readonly UnitMention[];
}

/** What besides the units' own names is known. */
export interface KnownNames {
  /** Names that a clerk's answers gave to units. */
  readonly learned?: readonly { readonly text: string; readonly unit: string }[];
  /** Other counties of the same city: 淅川县. */
  readonly neighbours?: readonly string[] | undefined;
}

/** Finds unit names in free text. */
export interface UnitMatcher {
  mentionsIn(text: string): Mentions;
}

interface Entry extends OfficeEntry {
  readonly unit: NamedUnit;
  readonly by: UnitMention['by'];
}

/**
 * Matcher for one county. A name counts with or without the county before it; a name behind another county's or city's name is foreign.
 * Longer names win, so that 市场监督管理局 is not also something shorter inside it; sub-offices roll up to their unit.
 */
export function createUnitMatcher(units: readonly NamedUnit[], county: string, more: KnownNames = {}): UnitMatcher {
  const home = homeOf(county, more.neighbours ?? []);
  const { sure, doubtful } = learnedNames(more.learned ?? [], units);
  const present = units.filter((unit) => !unit.isPast);
  // Sorting keeps the order of equal lengths: a name borne today goes before the same one borne by another unit before.
  const names = [
    ...present.flatMap((unit) => entriesOf(unit, county)),
    ...sure,
    ...present.flatMap((unit) => formerEntriesOf(unit, county)),
  ].sort((a, b) => b.folded.length - a.folded.length);
  // A stem counts only where no whole name does.
  const entries = [...names.filter((entry) => !entry.isStem), ...names.filter((entry) => entry.isStem)];

  const past = namesOfPast(units, new Set(names.map(({ folded }) => folded)), county);

  // The agency of a table stands in each of its rows.
  const known = new Map<string, Mentions>();
  return {
    mentionsIn(text) {
      const before = known.get(text);
      if (before) return before;
      const mentions = search(text);
      if (known.size < MOST_KNOWN) known.set(text, mentions);
      return mentions;
    },
  };

  function search(text: string): Mentions {
    const folded = foldText(text);
    const found = new Map<string, UnitMention>();
    const foreign: string[] = [];
    let bystander = false;
    for (const { start, end, entry, office } of settleOffices(folded, matchesIn(folded, entries))) {
      const { unit, by } = entry;
      const owner = entry.folded.includes(home.stem) ? OWN : ownerOf(folded, start, office ?? entry.folded, home);
      if (owner !== OWN && owner !== SUPERIOR) foreign.push(ownedName(owner, office ?? folded.slice(start, end)));
      else if (owner === SUPERIOR || !unit.sends) bystander = true;
      else if (!found.has(unit.id)) found.set(unit.id, { unit, text: folded.slice(start, end), by, office });
    }
    const elsewhere = foreign.length === 0 ? home.elsewhere?.exec(folded)?.groups?.county : undefined;
    if (elsewhere !== undefined) foreign.push(elsewhere);
    return {
      units: [...found.values()],
      foreign,
      bystander,
      doubtful: [...doubtful, ...past].filter((m) => folded.includes(m.text)),
    };
  }
}

const MOST_KNOWN = 1000;

const entriesOf = (unit: NamedUnit, county: string): Entry[] =>
  entriesFor(unit, county, [
    [unit.name, 'name'],
    [unit.officialName, 'official'],
    ...unit.aliases.map((alias) => [alias, 'alias'] as const),
  ]);

const formerEntriesOf = (unit: NamedUnit, county: string): Entry[] =>
  entriesFor(
    unit,
    county,
    (unit.pastNames ?? []).map((name) => [name, 'former'] as const),
  );

function entriesFor(
  unit: NamedUnit,
  county: string,
  names: readonly (readonly [text: string, by: UnitMention['by']])[],
): Entry[] {
  const isTownship = /(镇|乡|街道)(人民政府|办事处)?$/u.test(foldText(unit.officialName));
  const isOwnOffice = isOfficeName(foldText(unit.officialName));
  const entries: Entry[] = [];
  const add = (text: string, by: UnitMention['by']): void => {
    const whole = foldText(text);
    // 西峡县公安局 is also 公安局 behind the county's name.
    // 县发改局 is any county's: 浮山县发改局 must not be read as 浮山 and our own name.
    const said = whole.replace(/^[县区](?!委|政府)/u, '');
    const bare = whole.startsWith(county) ? whole.slice(county.length) : said;
    for (const folded of new Set([said, bare])) {
      if (folded.length < 2) continue;
      const isOffice = !isOwnOffice && (by === 'alias' || by === 'former') && isOfficeName(folded);
      entries.push({ folded, unit, by, isStem: false, isOffice, isTownship });
    }
    const stem = /[^分]局$/u.test(bare) && !isTownship ? bare.slice(0, -1) : '';
    if (stem.length >= 2 && !EVERYDAY.has(stem))
      entries.push({ folded: stem, unit, by, isStem: true, isOffice: false, isTownship });
  };
  for (const [text, by] of names) add(text, by);
  return entries;
}

/** Names of units that are no more and are nobody else's: whether the unit or who went on from it is meant is asked. */
function namesOfPast(units: readonly NamedUnit[], taken: ReadonlySet<string>, county: string): UnitMention[] {
  return units.flatMap((unit) => {
    if (!unit.isPast || !unit.successors?.length) return [];
    const heirs = units.filter((one) => unit.successors?.includes(one.id));
    const names = [...entriesOf(unit, county), ...formerEntriesOf(unit, county)].filter(
      ({ folded, isStem }) => !isStem && !taken.has(folded),
    );
    return [...new Set(names.map(({ folded }) => folded))].flatMap((text) =>
      [unit, ...heirs].map((one) => ({ unit: one, text, by: 'former' as const, office: null })),
    );
  });
}

/** Stems that are words of their own: 农贸市场管理所. */
const EVERYDAY: ReadonlySet<string> = new Set(['市场', '规划', '旅游']);

interface LearnedNames {
  readonly sure: readonly Entry[];
  readonly doubtful: readonly UnitMention[];
}

function learnedNames(learned: NonNullable<KnownNames['learned']>, units: readonly NamedUnit[]): LearnedNames {
  const owners = new Map<string, Set<NamedUnit>>();
  for (const { text, unit: id } of learned) {
    const unit = units.find((u) => u.id === id);
    const folded = foldText(text);
    if (unit && folded.length >= 2) owners.set(folded, (owners.get(folded) ?? new Set()).add(unit));
  }
  const sure: Entry[] = [];
  const doubtful: UnitMention[] = [];
  for (const [folded, of] of owners) {
    const [unit] = of;
    if (unit && of.size === 1)
      sure.push({ folded, unit, by: 'learned', isStem: false, isOffice: false, isTownship: false });
    else doubtful.push(...[...of].map((unit) => ({ unit, text: folded, by: 'learned' as const, office: null })));
  }
  return { sure, doubtful };
}

function matchesIn(folded: string, entries: readonly Entry[]): NameMatch<Entry>[] {
  const taken = new Array<boolean>(folded.length).fill(false);
  const matches: NameMatch<Entry>[] = [];
  for (const entry of entries) {
    const { folded: name } = entry;
    for (let start = folded.indexOf(name); start >= 0; start = folded.indexOf(name, start + 1)) {
      const ending = entry.isStem ? officeEnding(folded.slice(start + name.length)) : 0;
      const end = start + name.length + ending;
      if ((entry.isStem && ending === 0) || taken.slice(start, end).includes(true)) continue;
      if (goesOn(name, folded.slice(end))) continue;
      taken.fill(true, start, end);
      matches.push({ start, end, entry });
    }
  }
  return matches;
}

/** 自然人行政处罚 does not name 人行. */
const goesOn = (name: string, rest: string): boolean => name.endsWith('人行') && /^[政为业使动程]/u.test(rest);

interface Home {
  readonly county: string;
  readonly stem: string;
  /** Each neighbour by its name and without 县: 淅川. */
  readonly neighbours: readonly string[];
  /** A neighbour named on its own: in full anywhere, without 县 only where a text begins (镇平 is in 丹水镇平安建设, too). */
  readonly elsewhere: RegExp | null;
}

function homeOf(county: string, counties: readonly string[]): Home {
  const full = counties.filter((other) => other !== county);
  const short = full.map(stemOf).filter((stem) => stem.length >= 2);
  const elsewhere =
    full.length === 0
      ? null
      : new RegExp(`(?<county>${full.join('|')})|(?<!\\p{Script=Han})(?<county>${short.join('|')})`, 'u');
  return { county, stem: stemOf(county), neighbours: [...full, ...short], elsewhere };
}

const stemOf = (county: string): string => county.replace(/[县市区]$/u, '');

/** Whose a name in a text is: the county's own, nobody's who sends (a ministry, a recipient), or the county, city or province named. */
function ownerOf(folded: string, start: number, name: string, { county, stem, neighbours }: Home): string {
  const before = folded.slice(0, start);
  if (/(国家|全国|中央|最高|高级|中级)$/u.test(before)) return SUPERIOR;
  // Whom the table is sent to does not send it.
  if (/(报送|报至|送至|上报|抄送|抄报)[至给到]?(我?县)?$/u.test(before)) return SUPERIOR;
  // 淅川县城关镇市场监管所: whose the township is, the office is.
  const around = before.replace(/[^县市区省]{1,4}(镇|乡|街道|办事处)$/u, '');
  const neighbour = neighbours.find(
    (other) => before.endsWith(other) || around.endsWith(other) || name.includes(`局${other}`),
  );
  if (neighbour !== undefined) return neighbour;
  const owner = /\p{Script=Han}{1,3}[县市区省]$/u.exec(around.slice(-4))?.[0];
  if (owner === undefined || owner.endsWith(county) || county.endsWith(owner)) return OWN;
  // 南阳市公安局西峡分局 is the county's though the city's.
  if (owner.endsWith('市') && folded.slice(start).includes(`局${stem}`)) return OWN;
  // No name at all but a word such as 我县, 全县, 报送县.
  return /[我本全各到为于报送呈致由及和与月日年辖城][县市区省]$/u.test(owner) ? OWN : owner;
}

/** 淅川县 + 公安局; 生态环境局内乡分局 says itself whose it is. */
const ownedName = (owner: string, name: string): string => (name.includes(owner) ? name : `${owner}${name}`);

const OWN = '';
const SUPERIOR = '上级';
