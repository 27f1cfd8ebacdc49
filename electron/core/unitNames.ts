import { foldText } from './fold.ts';

/** What the matcher needs of a unit. Units that cannot send (`sends: false`, the office itself) only use up their own name. */
export interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly officialName: string;
  readonly aliases: readonly string[];
  readonly sends: boolean;
}

export interface UnitMention {
  readonly unit: NamedUnit;
  /** Text as matched. */
  readonly text: string;
  /** Which of its names it was. */
  readonly by: 'name' | 'official' | 'alias';
}

export interface Mentions {
  readonly units: readonly UnitMention[];
  /** Names that belong to another county or city: `淅川县市场监督管理局`. */
  readonly foreign: readonly string[];
}

/** Finds unit names in free text. */
export interface UnitMatcher {
  mentionsIn(text: string): Mentions;
}

/**
 * Matcher for one county. A name counts with or without the county before it; a name behind another county's or city's name is foreign.
 * Longer names win, so that 市场监督管理局 is not also something shorter inside it.
 */
export function createUnitMatcher(units: readonly NamedUnit[], county: string): UnitMatcher {
  const stem = county.replace(/[县市区]$/u, '');
  const names: { readonly folded: string; readonly unit: NamedUnit; readonly by: UnitMention['by'] }[] = [];
  const add = (text: string, unit: NamedUnit, by: UnitMention['by']): void => {
    const folded = foldText(text);
    if (folded.length >= 2) names.push({ folded, unit, by });
    // 西峡县公安局 is also 公安局 behind the county's name.
    const bare = folded.startsWith(county) ? folded.slice(county.length) : folded;
    if (bare !== folded && bare.length >= 2) names.push({ folded: bare, unit, by });
  };
  for (const unit of units) {
    add(unit.name, unit, 'name');
    add(unit.officialName, unit, 'official');
    for (const alias of unit.aliases) add(alias, unit, 'alias');
  }
  names.sort((a, b) => b.folded.length - a.folded.length);

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
    const taken = new Array<boolean>(folded.length).fill(false);
    const found = new Map<string, UnitMention>();
    const foreign: string[] = [];
    for (const { folded: name, unit, by } of names) {
      for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
        if (taken.slice(at, at + name.length).includes(true)) continue;
        if (goesOn(name, folded.slice(at + name.length))) continue;
        taken.fill(true, at, at + name.length);
        const owner = name.includes(stem) ? OWN : ownerOf(folded.slice(0, at), county);
        if (owner !== OWN && owner !== SUPERIOR) foreign.push(`${owner}${name}`);
        else if (owner === OWN && unit.sends && !found.has(unit.id)) found.set(unit.id, { unit, text: name, by });
      }
    }
    return { units: [...found.values()], foreign };
  }
}

const MOST_KNOWN = 1000;

/** 自然人行政处罚 does not name 人行. */
const goesOn = (name: string, rest: string): boolean => name.endsWith('人行') && /^[政为业使动程]/u.test(rest);

/** Whose the name behind a text is: the county's own, nobody's who sends (a ministry, a recipient), or the county, city or province named. */
function ownerOf(before: string, county: string): string {
  if (/(国家|全国|中央|最高|高级|中级)$/u.test(before)) return SUPERIOR;
  // Whom the table is sent to does not send it.
  if (/(报送|报至|送至|上报|抄送|抄报)[至给到]?(我?县)?$/u.test(before)) return SUPERIOR;
  const owner = /\p{Script=Han}{1,3}[县市区省]$/u.exec(before.slice(-4))?.[0];
  if (owner === undefined || owner.endsWith(county) || county.endsWith(owner)) return OWN;
  // No name at all but a word such as 我县, 全县, 报送县.
  return /[我本全各到为于报送呈致由及和与月日年辖城][县市区省]$/u.test(owner) ? OWN : owner;
}

const OWN = '';
const SUPERIOR = '上级';
