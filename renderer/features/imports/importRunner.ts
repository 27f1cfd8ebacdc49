import type {
  FilePlan,
  ImportRequest,
  ImportResult,
  ImportSource,
  Override,
} from '../../../electron/contract/imports.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import { dataVersion } from '../../api/events.ts';
import { handOver, type PickedFile } from '../../api/files.ts';
import { request } from '../../api/request.ts';
import { asRequestError } from '../../api/requestError.ts';
import { EMPTY_SESSION, type ImportBusy, type ImportSession, useImportSession } from '../../state/importSession.ts';
import { byOperator } from '../../state/operator.ts';
import { type Entry, entriesOf, toCommit } from './entries.ts';
import { withNewSources } from './importSources.ts';
import { type Answer, type OverrideTarget, withChoice, withoutTarget } from './overrides.ts';

/*
 * The import session at work. It lives outside of the page, so that a preview goes on while the clerk looks at another screen.
 */

const { getState, setState } = useImportSession;
let running: AbortController | undefined;
/** What the data was when the plan was made. */
let plannedVersion: number | undefined;

/** Takes dropped or chosen files into the session and previews it. */
export async function addFiles(picked: readonly PickedFile[]): Promise<void> {
  if (picked.length === 0) return;
  const added = await work('hand-over', (signal) =>
    handOver(picked, (done, total, label) => showProgress('hand-over', { step: 'read', done, total, label }), signal),
  );
  if (!added) return;
  const before = getState();
  setState({ sources: withNewSources(before.receipt ? [] : before.sources, added), receipt: null });
  await preview();
  // Cancelling takes the drop back: dropped again, the files must not be there twice.
  if (getState().error?.code === 'cancelled') setState({ sources: before.sources, receipt: before.receipt });
}

/** Makes the plan anew from all that was dropped and answered. A preview under way is dropped for the newer one. */
export async function preview(): Promise<void> {
  if (getState().sources.length === 0) return;
  plannedVersion = dataVersion();
  const plan = await work('preview', (signal) =>
    request('imports.preview', importRequest(), {
      signal,
      onProgress: (progress) => showProgress('preview', progress),
    }),
  );
  if (plan) setState({ plan, answered: [] });
  // Refused or cancelled: the questions stand open again. Taken over by a newer preview: they are still being settled.
  else if (getState().busy === null) setState({ answered: [] });
}

/** Makes the plan anew where the data changed since: a unit that was asked about may be there by now. */
export async function renew(): Promise<void> {
  const { plan, busy } = getState();
  if (plan && !busy && plannedVersion !== dataVersion()) await preview();
}

/** Commits every table without an open question, and the papers. When the data changed meanwhile, the plan is shown anew instead. */
export async function commit(): Promise<void> {
  const { plan, busy, overrides } = getState();
  if (!plan || busy) return;
  const { tables, papers } = toCommit(entriesOf(plan), overrides);
  if (tables + papers === 0) return;
  const receipt = await work('commit', (signal) =>
    request(
      'imports.commit',
      { ...importRequest(), ...receivedOf(plan), planHash: plan.planHash },
      { signal, onProgress: (progress) => showProgress('commit', progress) },
    ),
  );
  if (receipt) setState({ receipt, plan: null, selected: null });
  else if (getState().error?.code === 'plan_changed') {
    const { error } = getState();
    await preview();
    setState({ error });
  }
}

/** Stops what is under way; what was shown before stays. */
export function cancelWork(): void {
  running?.abort();
}

/** Answers or corrections: the plan is made anew with them. */
export function choose(answers: readonly Answer[]): Promise<void> {
  const { plan } = getState();
  const touched = (plan ? entriesOf(plan) : []).filter((entry) => answers.some(({ target }) => isAbout(entry, target)));
  setState((session) => ({
    overrides: answers.reduce(
      (overrides: readonly Override[], { target, choice }) => withChoice(overrides, target, choice),
      session.overrides,
    ),
    answered: [...session.answered, ...touched.map(({ key }) => key)],
  }));
  return preview();
}

/** Takes the clerk's answers about one table back. */
export function forget(target: OverrideTarget): Promise<void> {
  return rewrite((overrides) => withoutTarget(overrides, target));
}

/** The answers with some of them changed or taken back. */
export function rewrite(change: (overrides: readonly Override[]) => readonly Override[]): Promise<void> {
  setState((session) => ({ overrides: change(session.overrides) }));
  return preview();
}

/** A password for the encrypted files: tried on all of them, kept until the session ends. */
export function unlock(password: string): Promise<void> {
  setState(({ passwords }) => ({ passwords: [...passwords.filter((one) => one !== password), password] }));
  return preview();
}

export function setReceived(received: Moment | null): Promise<void> {
  setState({ received });
  return preview();
}

/** After a commit: goes on with the files that still have a question. */
export function continueWithQuestions(): Promise<void> {
  setState((session) => ({ sources: openSources(session), receipt: null, plan: null, selected: null }));
  return preview();
}

export function clearSession(): void {
  running?.abort();
  setState(EMPTY_SESSION);
}

export function clearError(): void {
  setState({ error: null });
}

/** The file handed over that a line of the plan came from; members of archives and mails come from the outer file. */
export function sourceOf(sources: readonly ImportSource[], file: FilePlan): ImportSource | undefined {
  return sources.find((source) => source.name === file.name || file.name.startsWith(`${source.name} › `));
}

function isAbout({ file, table }: Entry, target: OverrideTarget): boolean {
  if (file.name !== target.file || (table?.sheet ?? null) !== target.sheet) return false;
  return target.part === '' || target.part === table?.part;
}

function importRequest(): ImportRequest {
  const { sources, received, overrides, passwords } = getState();
  return {
    sources,
    overrides,
    ...(passwords.length > 0 ? { passwords } : {}),
    ...(received ? { received } : {}),
    ...byOperator(),
  };
}

/** The moment the plan was made for: without one chosen, “now” must not move on between the preview and the commit. */
function receivedOf(plan: ImportResult): Pick<ImportRequest, 'received'> {
  const moments = new Set(plan.files.map(({ receivedAt }) => receivedAt));
  const [only] = moments;
  return moments.size === 1 && only ? { received: only } : {};
}

async function work<T>(kind: ImportBusy['work'], task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  setState({ busy: { work: kind, progress: undefined }, error: null });
  try {
    const result = await task(controller.signal);
    return running === controller ? result : undefined;
  } catch (thrown) {
    // A newer run took over: what became of this one interests nobody.
    if (running === controller) setState({ error: asRequestError(thrown) });
    return undefined;
  } finally {
    if (running === controller) setState({ busy: null });
  }
}

function showProgress(kind: ImportBusy['work'], progress: NonNullable<ImportBusy['progress']>): void {
  const { busy } = getState();
  if (busy?.work === kind) setState({ busy: { work: kind, progress } });
}

function openSources({ sources, receipt }: ImportSession): ImportSource[] {
  const open = (receipt?.files ?? []).filter(isOpen);
  return sources.filter((source) => open.some((file) => sourceOf([source], file) !== undefined));
}

function isOpen(file: ImportResult['files'][number]): boolean {
  return file.status === 'question' || file.tables.some((table) => table.status === 'question');
}
