import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CircularDocument, PLAIN_FORM } from '../../electron/contract/circulars.ts';
import type { PaperChange, PaperEdit, PaperView } from '../../electron/contract/papers.ts';
import { asRequestError, RequestError } from '../../renderer/api/requestError.ts';
import { insertParagraph, splitParagraph, textByHand, writeText } from '../../renderer/features/papers/editPaper.ts';
import { paperChosen } from '../../renderer/features/papers/paperFields.ts';
import { asideTexts, PaperKeeper, type PaperStore } from '../../renderer/features/papers/paperKeeper.ts';

const type = (key: string, text: string) => (edits: readonly PaperEdit[]) =>
  writeText(edits, { key, text, composed: '原文' });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('keeping a paper while it is on screen', () => {
  it('stores what was typed in one go after a pause, and shows it at once', async () => {
    const { keeper, saved } = await opened();
    keeper.type(type('a', '甲'), 'text a');
    keeper.type(type('a', '甲乙'), 'text a');
    expect(textByHand(keeper.state().history.present, 'a')).toBe('甲乙');
    expect(saved).toHaveLength(0);
    expect(keeper.state().waiting).toBe(true);
    await vi.runAllTimersAsync();
    expect(saved.map(({ edits }) => edits && textByHand(edits, 'a'))).toEqual(['甲乙']);
    expect(keeper.state().waiting).toBe(false);
  });

  it('stores what is waiting when it is asked to, and tells that nothing is left', async () => {
    const { keeper, saved } = await opened();
    keeper.type(type('a', '甲'), 'text a');
    expect(await keeper.flush()).toBe(true);
    expect(saved).toHaveLength(1);
    expect(await keeper.flush()).toBe(true);
    expect(saved).toHaveLength(1);
  });

  it('works out what changes the order on what is stored, after what was typed before it', async () => {
    const { keeper, saved } = await opened();
    keeper.type(type('a', '甲'), 'text a');
    await keeper.act((edits, { paper }) =>
      insertParagraph(edits, { key: `own/${paper.revision}`, after: 'a', level: 'body', text: '' }),
    );
    expect(saved).toHaveLength(2);
    expect(saved[1]?.edits?.map(({ key }) => key)).toEqual(['a', 'own/2']);
  });

  it('keeps both halves of a paragraph cut in two while storing is refused, as one step of undoing', async () => {
    const { keeper, saved, refuse } = await opened();
    const split = (edits: readonly PaperEdit[]) =>
      splitParagraph(edits, { key: 'a', text: '前半', composed: '前半后半' }, [
        { key: 'own/1', level: 'body', text: '后半' },
      ]);
    const texts = (edits: readonly PaperEdit[] = []) => ['a', 'own/1'].map((key) => textByHand(edits, key));
    refuse(new RequestError({ code: 'internal', message: '连接中断' }));
    expect(await keeper.change(split)).toBe(false);
    expect(texts(keeper.state().history.present)).toEqual(['前半', '后半']);
    expect(await keeper.flush()).toBe(true);
    expect(texts(saved[0]?.edits)).toEqual(['前半', '后半']);
    await keeper.undo();
    expect(saved.at(-1)?.edits).toEqual([]);
  });

  it('shows a step before it is stored', async () => {
    const { keeper, saved } = await opened();
    const stored = keeper.change(type('a', '甲'));
    expect(textByHand(keeper.state().history.present, 'a')).toBe('甲');
    keeper.undo();
    expect(keeper.state().history.present).toEqual([]);
    await stored;
    expect(saved).toHaveLength(0);
  });

  it('undoes what is stored by storing it again', async () => {
    const { keeper, saved } = await opened();
    await keeper.act(type('a', '甲'));
    await keeper.undo();
    expect(saved.at(-1)?.edits).toEqual([]);
    await keeper.redo();
    expect(saved.at(-1)?.edits?.map(({ key }) => key)).toEqual(['a']);
  });

  it('puts what was typed here on what was stored elsewhere, and says so', async () => {
    const { keeper, saved, elsewhere } = await opened();
    await elsewhere(type('b', '别人的乙'));
    keeper.type(type('a', '我的甲'), 'text a');
    expect(await keeper.flush()).toBe(true);
    const edits = saved.at(-1)?.edits ?? [];
    expect([textByHand(edits, 'a'), textByHand(edits, 'b')]).toEqual(['我的甲', '别人的乙']);
    expect(keeper.state()).toMatchObject({ merged: true, error: undefined });
  });

  it('offers both texts where another window wrote the same field, on whichever screen it is learnt', async () => {
    const { keeper, saved, elsewhere } = await opened();
    await elsewhere(type('a', '别处的甲'));
    keeper.type(type('a', '这里的甲'), 'text a');
    await keeper.flush();
    expect(keeper.state().twice).toMatchObject([{ key: 'a', here: { text: '这里的甲' }, there: { text: '别处的甲' } }]);
    const [both] = keeper.state().twice;
    if (!both) throw new Error('nothing to choose from');
    await keeper.takeOneOf(both.there);
    expect(textByHand(saved.at(-1)?.edits ?? [], 'a')).toBe('别处的甲');
    expect(keeper.state().twice).toEqual([]);

    // The other screen had stored its text; it learns at its next change that the text is another one by now.
    await elsewhere(type('a', '又改的甲'));
    keeper.type(type('b', '乙'), 'text b');
    await keeper.flush();
    expect(textByHand(saved.at(-1)?.edits ?? [], 'a')).toBe('又改的甲');
    expect(keeper.state().twice).toMatchObject([{ here: { text: '别处的甲' }, there: { text: '又改的甲' } }]);
  });

  it('lets no step be taken while of two texts none is chosen, says so, and keeps both when the paper is left', async () => {
    const { keeper, elsewhere } = await opened();
    expect(await keeper.settle()).toBe(true);
    await elsewhere(type('a', '别处的甲'));
    keeper.type(type('a', '这里的甲'), 'text a');
    await keeper.flush();
    keeper.clearMerged();
    expect(await keeper.settle()).toBe(false);
    expect(keeper.state().error?.message).toContain('还没有选用哪一个');
    expect(keeper.holdsUnstored()).toBe(true);
    await keeper.load();
    const [both] = keeper.state().twice;
    if (!both) throw new Error('nothing to choose from');
    await keeper.takeOneOf(both.here);
    expect(keeper.state().error).toBeUndefined();
    expect(keeper.holdsUnstored()).toBe(false);
    expect(await keeper.settle()).toBe(true);
  });

  it('still has both texts when the paper is checked elsewhere, and takes there only the one it was checked with', async () => {
    const { keeper, saved, elsewhere, close } = await opened();
    await elsewhere(type('a', '别处的甲'));
    keeper.type(type('a', '这里的甲'), 'text a');
    await keeper.flush();
    close('paper_state');
    await keeper.load();
    expect(keeper.state()).toMatchObject({ view: { paper: { state: 'checked' } }, twice: [{ key: 'a' }] });
    expect(await keeper.settle()).toBe(false);
    const [both] = keeper.state().twice;
    if (!both) throw new Error('nothing to choose from');
    const before = saved.length;
    expect(await keeper.takeOneOf(both.here)).toBe(true);
    expect(saved).toHaveLength(before);
    expect(keeper.state().twice).toEqual([]);
  });

  it('keeps what was typed when the service refuses, and stores it at the next try', async () => {
    const { keeper, saved, refuse } = await opened();
    refuse(new RequestError({ code: 'internal', message: '连接中断' }));
    keeper.type(type('a', '甲'), 'text a');
    expect(await keeper.flush()).toBe(false);
    expect(keeper.state().error?.message).toBe('连接中断');
    expect(textByHand(keeper.state().history.present, 'a')).toBe('甲');
    expect(await keeper.flush()).toBe(true);
    expect(saved).toHaveLength(1);
    expect(keeper.state().error).toBeUndefined();
  });

  it('drops a choice that the service refuses, so that what is typed later can be stored', async () => {
    const { keeper, saved, refuse } = await opened();
    refuse(new RequestError({ code: 'moment_invalid', message: '时间写法不对' }));
    keeper.choose({ asOf: '2099-01-01T00:00' });
    expect(await keeper.flush()).toBe(false);
    expect(keeper.state()).toMatchObject({ fields: {}, error: { code: 'moment_invalid' } });
    keeper.type(type('a', '甲'), 'text a');
    expect(await keeper.flush()).toBe(true);
    expect(Object.keys(saved[0] ?? {})).toEqual(['edits']);
  });

  it('leaves the other elements of the form as they were set elsewhere, or while the answer was on its way', async () => {
    const { keeper, saved, elsewhereChosen } = await opened();
    elsewhereChosen({ form: { ...PLAIN_FORM, secrecy: '秘密★1年' } });
    keeper.choose({ form: { signer: '李主任' } });
    keeper.choose({ form: { seal: true } });
    const stored = keeper.flush();
    keeper.choose({ form: { signer: '王主任' } });
    expect(await stored).toBe(true);
    expect(saved.at(-1)?.form).toEqual({ ...PLAIN_FORM, secrecy: '秘密★1年', seal: true, signer: '王主任' });
  });

  it.each(['paper_changed', 'paper_state'] as const)(
    'closes a paper that was checked elsewhere (%s), keeps what was written here, and takes it up when it is sent back',
    async (code) => {
      const { keeper, saved, close, open } = await opened();
      await keeper.change(type('b', '乙'));
      close(code);
      keeper.type(type('a', '甲'), 'text a');
      expect(await keeper.flush()).toBe(false);
      const closed = keeper.state();
      expect(closed.view?.paper.state).toBe('checked');
      expect(closed).toMatchObject({ waiting: false, error: { code } });
      expect(closed.aside && asideTexts(closed.aside)).toEqual(['甲']);
      expect(keeper.holdsUnstored()).toBe(true);

      open();
      await keeper.load();
      expect(keeper.state().view?.paper.state).toBe('draft');
      expect(await keeper.takeUp()).toBe(true);
      expect(['a', 'b'].map((key) => textByHand(saved.at(-1)?.edits ?? [], key))).toEqual(['甲', '乙']);
      expect(keeper.holdsUnstored()).toBe(false);
    },
  );

  it('shows what was chosen before it is answered, and drops it then', async () => {
    const { keeper, saved } = await opened();
    keeper.choose({ date: null, annexes: ['ranking'] });
    const { view, fields } = keeper.state();
    if (!view) throw new Error('not loaded');
    expect(paperChosen(view.paper, fields)).toMatchObject({ date: null, annexes: ['ranking'] });
    await vi.runAllTimersAsync();
    expect(saved).toEqual([{ date: null, annexes: ['ranking'] }]);
    expect(keeper.state().fields).toEqual({});
  });
});

/** A keeper over a store that holds one paper in memory. */
async function opened() {
  let view = VIEW;
  let refusal: RequestError | undefined;
  let refusedAs: 'paper_changed' | 'paper_state' = 'paper_state';
  const saved: PaperChange[] = [];
  const put = (change: PaperChange): PaperView => {
    const { date, ...others } = change;
    const chosen = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
    const paper = {
      ...view.paper,
      ...chosen,
      ...(date === undefined ? {} : { date }),
      revision: view.paper.revision + 1,
    };
    view = { ...view, paper };
    return view;
  };
  const store: PaperStore = {
    get: async () => view,
    async save(_id, revision, change) {
      const thrown = refusal;
      refusal = undefined;
      if (thrown) throw thrown;
      if (view.paper.state !== 'draft') throw new RequestError({ code: refusedAs, message: '' });
      if (revision !== view.paper.revision) throw new RequestError({ code: 'paper_changed', message: '' });
      saved.push(change);
      return put(change);
    },
    asError: asRequestError,
  };
  const keeper = new PaperKeeper(1, store);
  await keeper.load();
  return {
    keeper,
    saved,
    elsewhere: async (change: (edits: readonly PaperEdit[]) => readonly PaperEdit[]) => {
      put({ edits: change(view.paper.edits) });
    },
    elsewhereChosen: put,
    refuse(error: RequestError) {
      refusal = error;
    },
    close(code: 'paper_changed' | 'paper_state') {
      refusedAs = code;
      put({});
      view = { ...view, paper: { ...view.paper, state: 'checked' } };
    },
    open() {
      view = { ...view, paper: { ...view.paper, state: 'draft' } };
    },
  };
}

const DOCUMENT: CircularDocument = {
  period: '2022-04',
  asOf: '2022-05-05T09:00',
  form: PLAIN_FORM,
  letterhead: '',
  documentNo: '',
  title: '通报',
  addressee: '',
  introduction: [],
  sections: [],
  tables: [],
  signature: '',
  date: '',
  remark: '',
  copyTo: [],
  issuer: '',
};

const VIEW: PaperView = {
  paper: {
    id: 1,
    kind: 'monthly',
    period: '2022-04',
    state: 'draft',
    title: '通报',
    documentNo: '',
    date: '2022-05-05',
    addressee: '',
    steps: [],
    voidReason: '',
    about: null,
    asOf: '2022-05-05T09:00',
    scope: { duties: null, units: null },
    form: PLAIN_FORM,
    annexes: null,
    edits: [],
    revision: 1,
  },
  document: DOCUMENT,
  marks: [],
  corrections: [],
  advice: [],
  annexChoice: [],
};
