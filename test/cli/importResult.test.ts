import { expect, it } from 'vitest';
import { importResult } from '../../electron/cli/show.ts';
import type { FilePlan } from '../../electron/contract/imports.ts';
import { fileSentence } from '../../electron/contract/words.ts';

it('says how the command line takes a password; the sentence that the window shows does not', () => {
  const message = fileSentence('encrypted', '密.xlsx', '');
  expect(message).toBe('“密.xlsx”设有打开密码。请输入密码，或让单位去掉密码后重新发送。');
  const question: FilePlan['question'] = { code: 'encrypted', message, candidates: [] };
  const file: FilePlan = {
    ...{ name: '密.xlsx', sha256: '', size: 1, status: 'question', code: 'encrypted', message, question },
    ...{ receivedAt: '2022-04-29T16:00', tables: [], leftOut: [], mail: null, article: null, filed: null },
  };
  const shown = importResult({ batch: null, planHash: '', files: [file] });
  expect(shown).toContain(`${message}（命令行用 --password 给出密码）`);
});
