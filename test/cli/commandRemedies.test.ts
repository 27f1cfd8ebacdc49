import { expect, it } from 'vitest';
import { atCommandLine } from '../../electron/cli/commandRemedies.ts';
import { ERROR_CODES } from '../../electron/contract/reply.ts';
import { errorSentence } from '../../electron/contract/words.ts';

const refusalOf = (code: (typeof ERROR_CODES)[number]) => ({ code, message: errorSentence(code, '甲') });

it.each(ERROR_CODES)('%s tells a clerk at the window of no command', (code) => {
  expect(refusalOf(code).message).not.toMatch(/--|credit-desk-cli|命令/u);
});

it('says of what was written wrongly at the command line that the command was', () => {
  expect(refusalOf('usage').message).toBe('填写不对：甲。');
  expect(atCommandLine(refusalOf('usage'))).toEqual({ code: 'usage', message: '命令写法不对：甲。' });
});

it.each([
  ['year_unknown', 'calendar import'],
  ['letter_again', 'remind letters --again'],
  ['name_required', '--by'],
  ['not_initialised', 'init --profile'],
  ['unit_unknown', 'units'],
  ['duty_unknown', 'duties'],
  ['template_unknown', 'templates-list'],
  ['item_unknown', 'assess --year'],
] as const)('%s names the command at the command line, after the same sentence', (code, command) => {
  const { message } = atCommandLine(refusalOf(code));
  expect(message.startsWith(refusalOf(code).message)).toBe(true);
  expect(message).toContain(command);
});

it('leaves other refusals as they are', () => {
  expect(atCommandLine(refusalOf('paper_unknown'))).toEqual(refusalOf('paper_unknown'));
});
