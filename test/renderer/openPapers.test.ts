import { expect, it, vi } from 'vitest';
import type { PaperEdit, PaperView } from '../../electron/contract/papers.ts';
import { asRequestError, RequestError } from '../../renderer/api/requestError.ts';
import { textByHand, writeText } from '../../renderer/features/papers/editPaper.ts';
import { leaveKeeper, openKeeper, windowHold } from '../../renderer/features/papers/openPapers.ts';
import type { PaperStore } from '../../renderer/features/papers/paperKeeper.ts';

const type = (edits: readonly PaperEdit[]) => writeText(edits, { key: 'a', text: '甲', composed: '原文' });

it('opens a paper as it was left when storing was refused, and stores it then', async () => {
  const store = storeOf();
  const keeper = openKeeper(1, store);
  await keeper.load();
  store.down = true;
  keeper.type(type, 'text a');
  expect(await leaveKeeper(keeper)).toBe(false);

  store.down = false;
  const again = openKeeper(1, store);
  await again.load();
  expect(textByHand(again.state().history.present, 'a')).toBe('甲');
  expect(textByHand(store.edits, 'a')).toBe('甲');
  expect(await leaveKeeper(again)).toBe(true);
});

it('stores what was typed last when a paper is left, and opens it fresh', async () => {
  const store = storeOf();
  const keeper = openKeeper(2, store);
  await keeper.load();
  keeper.type(type, 'text a');
  expect(await leaveKeeper(keeper)).toBe(true);
  expect(textByHand(store.edits, 'a')).toBe('甲');
  expect(openKeeper(2, store)).not.toBe(keeper);
});

it.each([
  ['a browser, which asks each time', false, [true, true]],
  ['the desktop window, which stays open once and says so', true, [true, false]],
])('holds %s while a text is stored nowhere', async (_, isDesktop, held) => {
  const told = vi.fn();
  const hold = windowHold(isDesktop, told);
  const close = async () => {
    const preventDefault = vi.fn();
    hold({ preventDefault });
    await new Promise((done) => setTimeout(done));
    return preventDefault.mock.calls.length > 0;
  };
  const store = storeOf();
  const keeper = openKeeper(3, store);
  await keeper.load();
  expect(await close()).toBe(false);
  store.down = true;
  keeper.type(type, 'text a');
  expect([await close(), await close()]).toEqual(held);
  expect(told).toHaveBeenCalledTimes(isDesktop ? 1 : 0);
  store.down = false;
  await close();
  expect(textByHand(store.edits, 'a')).toBe('甲');
  expect(await close()).toBe(false);
  expect(await leaveKeeper(keeper)).toBe(true);
});

/** Holds one paper in memory; `down`: refuses to store. */
function storeOf(): PaperStore & { down: boolean; edits: readonly PaperEdit[] } {
  const store = {
    down: false,
    edits: [] as readonly PaperEdit[],
    get: async (id: number) => viewOf(id, store.edits),
    async save(id: number, _: number, { edits = [] }: { readonly edits?: readonly PaperEdit[] | undefined }) {
      if (store.down) throw new RequestError({ code: 'service_stopped', message: '连接中断' });
      store.edits = edits;
      return viewOf(id, edits);
    },
    asError: asRequestError,
  };
  return store;
}

function viewOf(id: number, edits: readonly PaperEdit[]): PaperView {
  return { paper: { id, revision: 1, state: 'draft', edits } } as unknown as PaperView; // nothing else of it is read
}
