import { expect, it } from 'vitest';
import { analysisCacheOf } from '../../electron/app/analysisCache.ts';
import type { Context } from '../../electron/app/context.ts';
import type { AnalysedFile } from '../../electron/io/intake/intakeMessages.ts';

const cacheOfOwn = () => analysisCacheOf({} as Context); // Nothing of a context is asked but which it is.
const book = (locked: boolean): AnalysedFile => ({ kind: 'workbook', sheets: [], locked });

it('finds what is not encrypted whatever passwords are tried on other files', () => {
  const cache = cacheOfOwn();
  cache.put('a', [], book(false));
  expect(cache.get('a', ['密码'])).toEqual(book(false));
});

it('finds what a password opened only with it', () => {
  const cache = cacheOfOwn();
  cache.put('a', ['密码'], book(true));
  expect([cache.get('a', []), cache.get('a', ['另一个']), cache.get('a', ['密码'])]).toEqual([
    undefined,
    undefined,
    book(true),
  ]);
});

it('holds a paper, but nothing that was refused: a password or a second try may read it', () => {
  const cache = cacheOfOwn();
  const paper: AnalysedFile = { kind: 'attachment', code: null, detail: 'PDF 文档', article: null };
  cache.put('a', [], paper);
  cache.put('b', [], { kind: 'refused', code: 'encrypted', detail: '' });
  expect([cache.get('a', []), cache.get('b', [])]).toEqual([paper, undefined]);
});

it('forgets what was not asked for since', () => {
  const cache = cacheOfOwn();
  cache.put('a', [], book(false));
  cache.put('b', ['密码'], book(true));
  cache.get('b', ['密码']);
  cache.forgetOthers();
  expect([cache.get('a', []), cache.get('b', ['密码'])]).toEqual([undefined, book(true)]);
});
