import type { PaperChange, PaperEdit, PaperView } from '../../../electron/contract/papers.ts';
import { RequestError } from '../../api/requestError.ts';
import { COMPOSER_WORDS } from '../../words/composer.ts';
import { beginHistory, type EditHistory, endStep, recordEdits, redo, undo } from './editHistory.ts';
import { mergeEdits, type TextEdit, type TwoTexts, takeText, twoTexts } from './editPaper.ts';
import { type Fields, fieldsAnd, fieldsOf, stillWaiting } from './paperFields.ts';

type Edits = readonly PaperEdit[];

/** How a paper is fetched and stored. */
export interface PaperStore {
  readonly get: (id: number) => Promise<PaperView>;
  readonly save: (id: number, revision: number, change: PaperChange) => Promise<PaperView>;
  /** Any thrown thing as a refusal that can be shown. */
  readonly asError: (thrown: unknown) => RequestError;
}

interface KeptPaper {
  /** As last answered; undefined: on its way. */
  readonly view: PaperView | undefined;
  readonly history: EditHistory;
  /** Chosen here and not answered yet. */
  readonly fields: Fields;
  /** Something is not stored yet. */
  readonly waiting: boolean;
  readonly error: RequestError | undefined;
  /** It was changed elsewhere, too, and both are on screen now. */
  readonly merged: boolean;
  /** Texts that another window wrote otherwise, to choose from. */
  readonly twice: readonly TwoTexts[];
  /** What was written here and could not be stored because the paper was closed elsewhere; null: nothing. */
  readonly aside: AsideEdits | null;
}

/** Edits with what they were made on. */
export interface AsideEdits {
  readonly before: Edits;
  readonly mine: Edits;
}

const NOTHING: KeptPaper = {
  view: undefined,
  history: beginHistory([]),
  fields: {},
  waiting: false,
  error: undefined,
  merged: false,
  twice: [],
  aside: null,
};

/** Typed text is stored at this distance, in milliseconds. */
const SAVE_DELAY = 500;
/** Refusals that say nothing about what was to be stored. */
const PASSING: ReadonlySet<string> = new Set(['internal', 'service_stopped', 'cancelled', 'paper_changed']);
/** Refusals of what was not made on the paper as it is now. */
const CHANGED: ReadonlySet<string> = new Set(['paper_changed', 'paper_state']);
/** Changed elsewhere once more while both were being put together. */
const MAX_ROUNDS = 5;

/**
 * Holds one paper while it is on screen: what was typed, what can be undone, and storing it in the background. Nothing typed is lost by a
 * slow answer, a refusal or a change from elsewhere.
 */
export class PaperKeeper {
  readonly id: number;
  private readonly store: PaperStore;
  private readonly listeners = new Set<() => void>();
  private kept: KeptPaper = NOTHING;
  /** The edits that the service has. */
  private stored: Edits = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(id: number, store: PaperStore) {
    this.id = id;
    this.store = store;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): KeptPaper => this.kept;

  /** Whether something written here is stored nowhere. */
  readonly holdsUnstored = (): boolean => this.kept.waiting || this.kept.aside !== null || this.kept.twice.length > 0;

  readonly load = (): Promise<void> =>
    this.inTurn(async () => {
      // Opened anew with what could not be stored when it was left: that goes first.
      if (this.kept.waiting) {
        await this.saveAll();
        return;
      }
      try {
        this.show(await this.store.get(this.id));
      } catch (thrown) {
        this.put({ error: this.store.asError(thrown) });
      }
    });

  /** A text as it is typed: seen at once, stored after a moment. `what`: typing on in the same is one step of undoing. */
  readonly type = (change: (edits: Edits) => Edits, what: string): void => {
    this.put({ history: recordEdits(this.kept.history, change(this.kept.history.present), what) });
    this.saveSoon();
  };

  /** A step of its own that needs no newer document: seen at once, and stored as soon as it can be. */
  readonly change = (change: (edits: Edits) => Edits): Promise<boolean> => {
    this.put({ history: recordEdits(this.kept.history, change(this.kept.history.present), null) });
    return this.flush();
  };

  /** What changes the order of blocks is worked out on the newest document, and shown when it is answered. */
  readonly act = (change: (edits: Edits, view: PaperView) => Edits): Promise<void> =>
    this.inTurn(async () => {
      if (!(await this.saveAll()) || !this.kept.view) return;
      const edits = change(this.kept.history.present, this.kept.view);
      this.put({ history: recordEdits(this.kept.history, edits, null) });
      await this.saveAll();
    });

  readonly choose = (fields: Fields): void => {
    this.put({ fields: fieldsAnd(this.kept.fields, fields) });
    this.saveSoon();
  };

  readonly undo = (): Promise<boolean> => this.step(undo);
  readonly redo = (): Promise<boolean> => this.step(redo);

  /** The field was left: what is typed next is a step of its own. */
  readonly left = (): void => this.put({ history: endStep(this.kept.history) });

  /**
   * Stores what is waiting before a step is taken. True: it may be; false where something is left to store, came in from elsewhere meanwhile
   * and is to be read first, or of two texts none is chosen yet: that is said as the error.
   */
  readonly settle = async (): Promise<boolean> => {
    const { merged } = this.kept;
    if (!(await this.flush())) return false;
    if (this.kept.twice.length === 0) return merged || !this.kept.merged;
    this.put({ error: new RequestError({ code: 'paper_changed', message: COMPOSER_WORDS.chooseFirst }) });
    return false;
  };

  /** Stores what is waiting; true when nothing is left to store. */
  readonly flush = (): Promise<boolean> => this.inTurn(() => this.saveAll());

  /** A paper as a request answered it: checked, issued … */
  readonly show = (view: PaperView): void => {
    this.stored = view.paper.edits;
    const { state } = view.paper;
    // Of two texts one is stored, the other stands only here: it waits while it can still be taken.
    const twice = state === 'draft' || state === 'checked' ? this.kept.twice : [];
    this.put({ view, history: beginHistory(view.paper.edits), fields: {}, twice, error: undefined });
  };

  /** Puts what was set aside into the paper, which is open for writing again. */
  readonly takeUp = (): Promise<boolean> => {
    const { aside, history } = this.kept;
    if (!aside) return this.flush();
    const edits = mergeEdits(aside.before, aside.mine, history.present);
    this.put({ aside: null, history: recordEdits(history, edits, null) });
    return this.flush();
  };

  readonly dropAside = (): void => this.put({ aside: null });
  readonly clearError = (): void => this.put({ error: undefined });
  readonly clearMerged = (): void => this.put({ merged: false });

  /** Of two texts this one; both stay at hand until then. */
  readonly takeOneOf = (chosen: TextEdit): Promise<boolean> => {
    const { twice, error, history } = this.kept;
    const left = twice.filter(({ key }) => key !== chosen.key);
    const isSaid = left.length === 0 && error?.message === COMPOSER_WORDS.chooseFirst;
    this.put({ twice: left, error: isSaid ? undefined : error });
    // What stands there already needs no storing, and a checked paper would refuse it.
    if (takeText(history.present, chosen) === history.present) return this.flush();
    return this.change((edits) => takeText(edits, chosen));
  };

  private step(go: (history: EditHistory) => EditHistory): Promise<boolean> {
    this.put({ history: go(this.kept.history) });
    return this.flush();
  }

  private saveSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), SAVE_DELAY);
  }

  private async saveAll(): Promise<boolean> {
    clearTimeout(this.timer);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const { view, history, fields } = this.kept;
      if (!view) return false;
      const isEdited = history.present !== this.stored;
      if (!isEdited && Object.keys(fields).length === 0) return true;
      const edits = history.present;
      try {
        const change = { ...fieldsOf(view.paper, fields), ...(isEdited ? { edits } : {}) };
        const answer = await this.store.save(this.id, view.paper.revision, change);
        this.stored = edits;
        this.put({ view: answer, fields: stillWaiting(this.kept.fields, fields), error: undefined });
      } catch (thrown) {
        const error = this.store.asError(thrown);
        if (!CHANGED.has(error.code) || !(await this.takeTheirs())) {
          // What was chosen and refused would have everything typed later refused with it.
          this.put({ error, ...(PASSING.has(error.code) ? {} : { fields: stillWaiting(this.kept.fields, fields) }) });
          return false;
        }
      }
    }
    return this.kept.history.present === this.stored;
  }

  /** Fetches what was stored elsewhere and puts what was typed here on it. */
  private async takeTheirs(): Promise<boolean> {
    try {
      const view = await this.store.get(this.id);
      const { history, aside } = this.kept;
      if (view.paper.state !== 'draft') {
        const mine = aside ? mergeEdits(aside.before, aside.mine, history.present) : history.present;
        const unstored = mine === this.stored ? null : { before: this.stored, mine };
        this.show(view);
        this.put({ aside: unstored });
        return false;
      }
      const edits = mergeEdits(this.stored, history.present, view.paper.edits);
      const twice = twoTexts(history.present, view.paper.edits);
      const named = new Set(twice.map(({ key }) => key));
      const asked = this.kept.twice.filter(({ key }) => !named.has(key));
      this.stored = view.paper.edits;
      this.put({ view, history: beginHistory(edits), merged: true, twice: [...asked, ...twice] });
      return true;
    } catch {
      // The refusal that led here tells more than this one.
      return false;
    }
  }

  private put(part: Partial<KeptPaper>): void {
    const { history, fields } = { ...this.kept, ...part };
    const waiting = history.present !== this.stored || Object.keys(fields).length > 0;
    this.kept = { ...this.kept, ...part, waiting };
    for (const listener of this.listeners) listener();
  }

  /** One at a time: each works on what the one before was answered. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }
}

/** Texts of what was set aside, to be read and copied. */
export function asideTexts({ before, mine }: AsideEdits): readonly string[] {
  const had = new Set(before.map((edit) => JSON.stringify(edit)));
  return mine.flatMap((edit) =>
    'text' in edit && edit.text !== '' && !had.has(JSON.stringify(edit)) ? [edit.text] : [],
  );
}
