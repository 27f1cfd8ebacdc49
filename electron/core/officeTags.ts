import type { WordTemplate } from '../contract/papers.ts';

/** A {占位} of the office's own Word template. `inside`: the loop it stands in. */
interface OfficeTag {
  readonly tag: string;
  readonly meaning: string;
  readonly inside?: string;
  readonly isLoop?: boolean;
  /** Without it the paper would not be whole. */
  readonly isNeeded?: boolean;
  /** Without it there is no paper. */
  readonly isVital?: boolean;
}

/** Most annexes with placeholders of their own, and columns of such an annex. */
export const TAGGED_ANNEXES = 9;
export const TAGGED_COLUMNS = 15;

const TAGS: readonly OfficeTag[] = [
  { tag: '份号', meaning: '份号，六位数字' },
  { tag: '密级', meaning: '密级和保密期限，如 秘密★1年' },
  { tag: '紧急程度', meaning: '特急或加急' },
  { tag: '发文机关标志', meaning: '红头，如 ××办公室文件' },
  { tag: '发文字号', meaning: '如 西信用办〔2022〕6号', isNeeded: true },
  { tag: '签发人', meaning: '签发人姓名，上行文用' },
  { tag: '下行文', meaning: '没有签发人时才印的一段：{#下行文}与{/下行文}写在同一段里', isLoop: true },
  { tag: '上行文', meaning: '有签发人时才印的一段：{#上行文}与{/上行文}写在同一段里', isLoop: true },
  { tag: '标题', meaning: '标题，按梯形或菱形分行', isNeeded: true, isVital: true },
  { tag: '主送', meaning: '主送机关，不带冒号', isNeeded: true },
  {
    tag: '正文',
    meaning: '正文各段：{#正文}与{/正文}写在同一段里，此段逐段重复',
    isLoop: true,
    isNeeded: true,
    isVital: true,
  },
  { tag: '一级标题', meaning: '“一、”标题，不是标题的段为空；设成黑体', inside: '正文' },
  { tag: '二级标题', meaning: '“（一）”标题，不是标题的段为空；设成楷体', inside: '正文' },
  { tag: '文字', meaning: '其余各段的文字；设成仿宋', inside: '正文', isNeeded: true, isVital: true },
  { tag: '附件清单', meaning: '附件说明：{#附件清单}与{/附件清单}写在同一段里，逐件重复', isLoop: true },
  { tag: '附件标签', meaning: '第一件前为“附件：”，其余为三个空格', inside: '附件清单' },
  { tag: '序号', meaning: '附件序号，如 1.；只有一个附件时为空', inside: '附件清单' },
  { tag: '名称', meaning: '附件名称', inside: '附件清单' },
  { tag: '署名', meaning: '发文机关署名', isNeeded: true },
  { tag: '成文日期', meaning: '如 2022年5月5日', isNeeded: true },
  { tag: '附注', meaning: '附注，带圆括号' },
  { tag: '附件', meaning: '全部附件，表格和图由程序排好；单独写一段。没有时附件接在文末', isNeeded: true },
  { tag: '抄送', meaning: '抄送机关，不带句号' },
  {
    tag: '抄送行',
    meaning: '有抄送机关才印的各段：{#抄送行}与{/抄送行}各占一段，没有抄送时中间各段不印',
    isLoop: true,
  },
  { tag: '印发机关', meaning: '印发机关' },
  { tag: '印发日期', meaning: '如 2022年5月5日' },
];

const NUMBERED: readonly OfficeTag[] = Array.from({ length: TAGGED_ANNEXES }, (_, index): readonly OfficeTag[] => {
  const annex = `附件${index + 1}`;
  return [
    { tag: `${annex}名称`, meaning: `${annex}的名称` },
    { tag: `${annex}说明`, meaning: `${annex}表下的注` },
    {
      tag: `${annex}行`,
      meaning: `${annex}的表自己排版时用：表格一行的首格写{#${annex}行}{列1}，末格写{列n}{/${annex}行}，逐行重复`,
      isLoop: true,
    },
  ];
}).flat();

const COLUMNS: readonly OfficeTag[] = Array.from({ length: TAGGED_COLUMNS }, (_, index) => ({
  tag: `列${index + 1}`,
  meaning: `附件的表的第${index + 1}列`,
  inside: '附件行',
}));

const ALL = [...TAGS, ...NUMBERED, ...COLUMNS];
const BY_NAME = new Map(ALL.map((one) => [one.tag, one]));

/** One placeholder as it stands in a template, in order. */
export interface FoundTag {
  readonly name: string;
  readonly kind: 'value' | 'open' | 'close';
}

/** What of a template's placeholders the program does not know or would miss. */
export function checkTags(found: readonly FoundTag[]): Pick<WordTemplate, 'tags' | 'unknown' | 'missing' | 'known'> {
  const unknown = new Map<string, string>();
  const open: string[] = [];
  for (const { name, kind } of found) {
    const known = BY_NAME.get(name);
    if (!known) unknown.set(name, likestTag(name));
    else if ((kind === 'value') === (known.isLoop === true)) unknown.set(written({ name, kind }), example(known));
    else if (kind === 'value' && known.inside !== undefined && !open.some((loop) => isInside(loop, known)))
      unknown.set(written({ name, kind }), example(known));
    if (kind === 'open') open.push(name);
    if (kind === 'close' && open.pop() !== name) unknown.set(written({ name, kind }), `{#${name}}…{/${name}}`);
  }
  for (const name of open) unknown.set(`{#${name}}`, `{#${name}}…{/${name}}`);
  const names = new Set(found.map(({ name }) => name));
  const ownAnnexes = [...names].some((name) => /^附件\d行$/u.test(name));
  return {
    tags: [...names],
    unknown: [...unknown].map(([tag, like]) => ({ tag, like })),
    missing: TAGS.filter(({ tag, isNeeded }) => isNeeded && !names.has(tag) && !(tag === '附件' && ownAnnexes)).map(
      ({ tag }) => tag,
    ),
    known: ALL.map(({ tag, meaning }) => ({ tag, meaning })),
  };
}

/** What of the missing a paper cannot do without, as it is written: `{标题}`, `{#正文}{文字}{/正文}`. */
export function lackingTags({ missing }: Pick<WordTemplate, 'missing'>): string[] {
  const lacking = TAGS.filter(({ tag, isVital }) => isVital && missing.includes(tag));
  // What stands in a loop is written with it.
  return lacking.filter(({ tag }) => !lacking.some(({ inside }) => inside === tag)).map(example);
}

/** How a placeholder of which one brace is there, with the words beside it, was meant; empty: no name is in it. */
export function pairedTag(text: string): string {
  const [, mark = '', words = ''] = /^\s*([#/]?)\s*(.*)$/u.exec(text.replaceAll(/[{}]/gu, '')) ?? [];
  const held = ALL.filter(({ tag }) => words.startsWith(tag) || words.trimEnd().endsWith(tag));
  const [longest] = held.toSorted((a, b) => b.tag.length - a.tag.length);
  const tag = longest?.tag ?? likestTag(words.trim());
  return tag === '' ? '' : `{${mark}${tag}}`;
}

function isInside(loop: string, { inside }: OfficeTag): boolean {
  return loop === inside || (inside === '附件行' && /^附件\d行$/u.test(loop));
}

function written({ name, kind }: FoundTag): string {
  return `{${{ value: '', open: '#', close: '/' }[kind]}${name}}`;
}

/** How a known placeholder is written. */
function example({ tag, isLoop, inside }: OfficeTag): string {
  if (isLoop) return `{#${tag}}…{/${tag}}`;
  if (inside === undefined) return `{${tag}}`;
  const loop = inside === '附件行' ? '附件1行' : inside;
  return `{#${loop}}{${tag}}{/${loop}}`;
}

/** The known name that shares most signs with an unknown one; empty: none is near. */
export function likestTag(name: string): string {
  let best = { tag: '', score: 0 };
  const signs = new Set(name);
  for (const { tag } of ALL) {
    const shared = [...new Set(tag)].filter((sign) => signs.has(sign)).length;
    const score = (2 * shared) / (signs.size + new Set(tag).size);
    if (score > best.score) best = { tag, score };
  }
  return best.score >= 0.5 ? best.tag : '';
}
