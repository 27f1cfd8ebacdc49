import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltShell, buildShell, type RunningShell, until } from './builtShell.ts';

let shell: BuiltShell;
let running: RunningShell;

beforeAll(async () => {
  shell = await buildShell();
});
beforeEach(async () => {
  running = await shell.start({});
});
afterAll(() => shell.remove());

const CHANNEL = 'credit-desk:request';
const OWN = { parent: null, url: 'app://credit-desk/index.html#/status' };
const REQUEST = { kind: 'request', name: 'units.list', args: {}, requestId: 'r1' };

const mainWindow = () => {
  const window = running.electron.BrowserWindow.all[0];
  if (window === undefined) throw new Error('no window was opened');
  return window;
};
const service = () => {
  const last = running.electron.services.at(-1);
  if (last === undefined) throw new Error('no service was started');
  return last;
};
const invoke = (raw: unknown, senderFrame: unknown = OWN, sender: unknown = mainWindow().webContents) => {
  const handler = running.electron.ipcHandlers.get(CHANNEL);
  if (handler === undefined) throw new Error('nothing handles the channel');
  return handler({ sender, senderFrame }, raw);
};
const postedRequests = () => service().posted.filter((message) => message.kind === 'request');
const called = (name: string) => running.electron.calls.filter((call) => call.name === name);

describe('the channel', () => {
  it('is the only one', () => {
    expect([...running.electron.ipcHandlers.keys()]).toEqual([CHANNEL]);
  });

  it.each([
    ['another site', { parent: null, url: 'https://example.com/' }],
    ['a file', { parent: null, url: 'file:///C:/page.html' }],
    ['a host that looks like ours', { parent: null, url: 'app://credit-desk.evil/index.html' }],
    ['the host of the print page', { parent: null, url: 'app://print/1' }],
    ['an address with a user name', { parent: null, url: 'app://credit-desk@evil/index.html' }],
    ['an empty page', { parent: null, url: 'about:blank' }],
    ['a frame inside the page', { parent: {}, url: OWN.url }],
    ['a frame that is gone', null],
  ])('refuses %s', async (_what, frame) => {
    await expect(invoke(REQUEST, frame)).rejects.toThrow('refused');
    await expect(invoke({ kind: 'chooseFiles' }, frame)).rejects.toThrow('refused');
    expect(postedRequests()).toEqual([]);
    expect(called('dialog.showOpenDialog')).toEqual([]);
  });

  it('refuses web contents that are no window of the program', async () => {
    await expect(invoke(REQUEST, OWN, {})).rejects.toThrow('refused');
    expect(postedRequests()).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'units.list'],
    ['an array', [REQUEST]],
    ['no kind', { ...REQUEST, kind: undefined }],
    ['an unknown kind', { ...REQUEST, kind: 'eval' }],
    ['a name that is no text', { ...REQUEST, name: { text: 'units.list' } }],
    ['an empty name', { ...REQUEST, name: '' }],
    ['an endless name', { ...REQUEST, name: 'x'.repeat(61) }],
    ['no request id', { ...REQUEST, requestId: undefined }],
    ['an endless request id', { ...REQUEST, requestId: 'x'.repeat(81) }],
    ['a member too many', { ...REQUEST, channel: 'other' }],
    ['a path that is no text', { kind: 'saveOutput', path: 7, suggestedName: 'a' }],
    ['an empty path', { kind: 'showInFolder', path: '' }],
  ])('answers %s with a refusal', async (_what, raw) => {
    expect(await invoke(raw)).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(postedRequests()).toEqual([]);
    expect(called('shell.showItemInFolder')).toEqual([]);
  });
});

describe('a request', () => {
  it('goes to the service and its answer comes back', async () => {
    const answer = invoke({ ...REQUEST, args: { year: 2022 } });
    await until(() => postedRequests().length === 1);
    const [message] = postedRequests();
    expect(message).toMatchObject({ name: 'units.list', args: { year: 2022 } });
    service().emit('message', { kind: 'reply', id: message?.id, reply: { ok: true, value: ['x'] } });
    expect(await answer).toEqual({ ok: true, value: ['x'] });
    expect(mainWindow().webContents.sent).toEqual([]);
  });

  it('shows its progress in the window, under the id the page gave', async () => {
    const answer = invoke(REQUEST);
    await until(() => postedRequests().length === 1);
    const id = postedRequests()[0]?.id;
    const progress = { step: 'read', done: 1, total: 3, label: '市监局.xlsx' };
    service().emit('message', { kind: 'progress', id, progress });
    service().emit('message', { kind: 'reply', id, reply: { ok: true, value: null } });
    await answer;
    expect(mainWindow().webContents.sent).toEqual([
      { channel: 'credit-desk:progress', value: { requestId: 'r1', progress } },
    ]);
  });

  it.each([
    ['imports.commit', true, 1],
    ['imports.commit', false, 0],
    ['units.list', true, 0],
  ])('%s, done: %s, tells every window to ask again %s times', async (name, ok, times) => {
    const answer = invoke({ ...REQUEST, name });
    await until(() => postedRequests().length === 1);
    service().emit('message', { kind: 'reply', id: postedRequests()[0]?.id, reply: { ok } });
    await answer;
    const versions = mainWindow().webContents.sent.filter(({ channel }) => channel === 'credit-desk:data-version');
    expect(versions.map(({ value }) => value)).toEqual(times === 1 ? [1] : []);
  });

  it('can be cancelled', async () => {
    void invoke(REQUEST);
    await until(() => postedRequests().length === 1);
    await invoke({ kind: 'cancel', requestId: 'another' });
    expect(service().posted.filter(({ kind }) => kind === 'cancel')).toEqual([]);
    await invoke({ kind: 'cancel', requestId: 'r1' });
    expect(service().posted.at(-1)).toEqual({ kind: 'cancel', id: postedRequests()[0]?.id });
  });
});

describe('files', () => {
  it('are chosen in a dialog', async () => {
    expect(await invoke({ kind: 'chooseFiles' })).toEqual(['/mail/a.xlsx']);
  });

  it.each(['outputs', 'originals'])('of %s are copied to where the clerk wants them', async (folder) => {
    const source = await place(path.join(running.dataFolder, folder), '通报.docx');
    const target = path.join(running.root, `${folder}.docx`);
    running.electron.answers.save = { canceled: false, filePath: target };
    expect(await invoke({ kind: 'saveOutput', path: source, suggestedName: '../../通报:1.docx' })).toBe(target);
    expect(await readFile(target, 'utf8')).toBe('content of 通报.docx');
    const [options] = called('dialog.showSaveDialog').map(({ args }) => args[0]);
    const documents = running.electron.app.getPath('documents');
    expect(options).toHaveProperty('defaultPath', path.join(documents, '通报_1.docx'));
  });

  it('are not copied when the dialog is left, nor over a file that cannot be written', async () => {
    const source = await place(path.join(running.dataFolder, 'outputs'), 'a.docx');
    running.electron.answers.save = { canceled: true, filePath: '' };
    expect(await invoke({ kind: 'saveOutput', path: source, suggestedName: '' })).toBeNull();
    expect(called('dialog.showMessageBox')).toEqual([]);
    running.electron.answers.save = { canceled: false, filePath: path.join(running.root, 'none', 'a.docx') };
    expect(await invoke({ kind: 'saveOutput', path: source, suggestedName: '' })).toBeNull();
    expect(called('dialog.showMessageBox')).toHaveLength(1);
  });

  it.each([
    ['the database', (at: RunningShell) => path.join(at.dataFolder, 'credit-desk.db')],
    ['a file of the computer', (at: RunningShell) => path.join(at.root, 'secret.html')],
    ['a step up', (at: RunningShell) => `${at.dataFolder}${path.sep}outputs${path.sep}..${path.sep}credit-desk.db`],
    ['the folder itself', (at: RunningShell) => path.join(at.dataFolder, 'outputs')],
    ['nothing', (at: RunningShell) => path.join(at.dataFolder, 'outputs', 'none.docx')],
  ])('outside the outputs are refused: %s', async (_what, pathOf) => {
    await place(running.dataFolder, 'credit-desk.db');
    await mkdir(path.join(running.dataFolder, 'outputs'), { recursive: true });
    const source = pathOf(running);
    await expect(invoke({ kind: 'saveOutput', path: source, suggestedName: 'a' })).rejects.toThrow('refused');
    await invoke({ kind: 'showInFolder', path: source });
    expect(called('dialog.showSaveDialog')).toEqual([]);
    expect(called('shell.showItemInFolder')).toEqual([]);
  });

  it('of the outputs are shown in their folder', async () => {
    const source = await place(path.join(running.dataFolder, 'outputs'), 'a.docx');
    await invoke({ kind: 'showInFolder', path: source });
    expect(called('shell.showItemInFolder').map(({ args }) => args)).toEqual([[source]]);
  });

  async function place(folder: string, name: string): Promise<string> {
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, name);
    await writeFile(file, `content of ${name}`);
    return file;
  }
});

it('prints the page with the system’s dialog', async () => {
  await invoke({ kind: 'print' });
  expect(called('contents.print').map(({ args }) => args)).toEqual([[{ silent: false, printBackground: true }]]);
});
