import { foldText } from './fold.ts';
import type { UnitMatcher } from './unitNames.ts';
import type { UnitSource } from './unitSources.ts';

/**
 * The text by which a unit called itself though nobody knew the name: what a clerk's choice of the unit teaches. 填报单位 first, then title, agency,
 * sheet and file name; only what looks like a unit's name and names nobody known, another county's least of all. Null: nothing to learn.
 */
export function tellingName(sources: readonly UnitSource[], matcher: UnitMatcher, county: string): string | null {
  return strangerIn(sources, matcher, county)?.name ?? null;
}

/** The same with the place where it stands. */
export function strangerIn(
  sources: readonly UnitSource[],
  matcher: UnitMatcher,
  county: string,
): { readonly name: string; readonly place: string } | null {
  for (const kind of ORDER)
    for (const source of sources) {
      if (source.kind !== kind) continue;
      const name = nameIn(source.text, county, SAYS_WHO.has(kind));
      if (name !== null && namesNobody(matcher, name) && namesNobody(matcher, source.text))
        return { name, place: source.place };
    }
  return null;
}

/** The mail address of a sender as written: `张三 <zhangsan@example.cn>` → `zhangsan@example.cn`; null where there is none. */
export function addressOf(sender: string): string | null {
  return /[^\s<>"“”,;:()@]+@[^\s<>"“”,;:()@]+\.[^\s<>"“”,;:()@]+/u.exec(sender)?.[0].toLowerCase() ?? null;
}

const ORDER = ['label', 'title', 'agency', 'sheet', 'file'] as const;
/** Places that say who reports; the others say first what is reported. */
const SAYS_WHO: ReadonlySet<UnitSource['kind']> = new Set(['label', 'agency']);

function namesNobody(matcher: UnitMatcher, text: string): boolean {
  const { units, foreign, bystander } = matcher.mentionsIn(text);
  return units.length === 0 && foreign.length === 0 && !bystander;
}

/** The one name of a unit in a text; two are none. Where a text says who and not what (a label), companies and the like are names, too. */
function nameIn(text: string, county: string, saysWho: boolean): string | null {
  const names = new Set<string>();
  for (const part of foldText(text).split(/[^\p{Script=Han}]+/u)) {
    const about = part.replace(/^(附件|关于|转发|报送单位|填报单位|单位)/u, '');
    const topic = about.search(TOPIC);
    const said = topic < 0 ? about : about.slice(0, topic);
    const name = (saysWho ? WHOEVER : AUTHORITY).exec(said)?.[0] ?? '';
    const bare = withoutCounty(name, county);
    const isWhole = AFTER.test(said.slice(name.length));
    const isOurs = !MANY.test(bare) && !ELSEWHERE.test(bare.replaceAll(county, ''));
    if (bare.length >= SHORTEST && isWhole && isOurs && !ANYBODY.test(bare)) names.add(bare);
  }
  const [only, second] = names;
  return second === undefined ? (only ?? null) : null;
}

/** 西峡县油区办, 县油区办 and 油区办 are one; too short a rest keeps its county. */
function withoutCounty(name: string, county: string): string {
  const stem = county.replace(/[县市区]$/u, '');
  const prefix = [county, stem, county.slice(-1)].find((start) => name.startsWith(start)) ?? '';
  return name.length - prefix.length >= SHORTEST ? name.slice(prefix.length) : name;
}

const SHORTEST = 3;
/** Words at which a title ceases to say who and begins to say what. */
const TOPIC =
  /行政(许可|处罚|强制|确认|检查|征收|裁决|给付|奖励)|双公示|许可|处罚|公示|报送|上报|填报|信用(?!社|联社|合作)|诚信|守信|失信|承诺|案例|宣传|年|第.{1,3}周/u;
const AUTHORITIES = '委员会|管委会|办公室|办事处|局|委|办|法院|检察院|镇|乡|街道|政府|中心|大队|支队|中队';
/** The longest beginning that ends as names of authorities do. */
const AUTHORITY = new RegExp(`^\\p{Script=Han}+(${AUTHORITIES})`, 'u');
/** The same with all else that may report; in a title these are whom it is about (建筑公司行政处罚). */
const WHOEVER = new RegExp(
  `^\\p{Script=Han}+(${AUTHORITIES}|院|所|站|公司|集团|支行|银行|联社|合作社|供销社|协会|联合会|学校|医院|部|处)`,
  'u',
);
/** What may follow a name: nothing, or what kind of table it is; 西峡县社 of 西峡县社会信用 is no name. */
const AFTER = /^(的|关于|有关|工作)?(信息|统计|情况|数据|台账|汇总|报表|月报|周报|明细|清单|名单|表|$)/u;
/** Names of many, or of no unit of the county. */
const MANY = /各|全县|县直|乡镇|镇街|成员|领导小组|专班|国务院|中央|全国|省/u;
/** Names that every unit has: 党政办公室, 服务中心, 本单位. */
const ANYBODY =
  /^(本|我|各|该|有关|相关|县直|成员|责任)?(党政|综合|法制|法规|政策法规|行政|信息|县委|政府|人民政府|服务|政务|指挥|数据)?(单位|部门|机关|局|委|委员会|办|办公室|中心|镇|乡|镇政府|乡政府|街道|公司|有限公司|分公司|大队|支队|中队|所|站|院|部|处|政府)$/u;
/** Another county or district; 社区, 园区, 开发区 are none. */
const ELSEWHERE = /县(?!级)|(?<![社园景林库辖小发范矿油牧山新])区/u;
