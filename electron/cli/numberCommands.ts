import type { NumberGap, NumberRegister } from '../contract/papers.ts';
import { NUMBER_STATE_WORDS } from '../contract/paperWords.ts';
import { needed, rowNumber, wholeNumber } from './arguments.ts';
import { answer, type Command } from './command.ts';
import { table } from './table.ts';

/** `numbers …`: the 发文字号 of a year. */
export const NUMBER_COMMANDS = {
  async numbers({ options }, ask) {
    const register = await ask('numbers.list', { year: wholeNumber(options, 'year') });
    return answer(register, () => registerPage(register));
  },
  async 'numbers reserve'({ options }, ask) {
    const made = await ask('numbers.reserve', {
      subject: needed(options, 'title'),
      year: wholeNumber(options, 'year'),
      seq: wholeNumber(options, 'no'),
      by: options.by,
    });
    return answer(made, () => `已预留 ${made.text}：${made.subject}`);
  },
  async 'numbers enter'({ options }, ask) {
    const made = await ask('numbers.enter', {
      subject: needed(options, 'title'),
      year: wholeNumber(options, 'year') ?? Number(needed(options, 'year')),
      seq: wholeNumber(options, 'no') ?? Number(needed(options, 'no')),
      by: options.by,
    });
    return answer(made, () => `已登记 ${made.text}：${made.subject}`);
  },
  async 'numbers void'(line, ask) {
    const { note, mistyped, by } = line.options;
    const made = await ask('numbers.void', { id: rowNumber(line), reason: note ?? '', mistyped, by });
    return answer(made, () => `${mistyped ? '已取消登记' : '已作废'} ${made.text}：${made.reason}`);
  },
} satisfies Record<string, Command>;

function registerPage({ year, next, gaps, numbers }: NumberRegister): string {
  const missing = gaps.length === 0 ? '' : `没有登记的号：${gaps.map(rangeText).join('、')}。`;
  return [
    ...(numbers.length === 0
      ? []
      : [
          table(
            ['编号', '发文字号', '状态', '文稿', '用途', '作废理由', '经办', '时间'],
            numbers.map((one) => [
              ...[
                one.id,
                one.text,
                NUMBER_STATE_WORDS[one.state],
                one.paper,
                one.subject,
                one.reason || null,
                one.by || null,
              ],
              one.at.replace('T', ' '),
            ]),
          ),
        ]),
    `${year} 年下一个号：${next}。${missing}`,
  ].join('\n');
}

/** `3`, `1–4`. */
function rangeText({ from, to }: NumberGap): string {
  return from === to ? String(from) : `${from}–${to}`;
}
