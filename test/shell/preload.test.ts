import { readFile } from 'node:fs/promises';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltShell, buildShell } from './builtShell.ts';

let shell: BuiltShell;
let preload: Preload;

beforeAll(async () => {
  shell = await buildShell();
  preload = run(await readFile(shell.preload, 'utf8'));
});
afterAll(() => shell.remove());

describe('the preload', () => {
  it('runs where a sandboxed preload runs: with nothing but require("electron")', () => {
    expect(preload.required).toEqual(['electron']);
  });

  it('gives the page exactly these functions and nothing else', () => {
    expect([...preload.exposed.keys()]).toEqual(['creditDesk']);
    expect(Object.keys(preload.desk).sort()).toEqual([
      'cancel',
      'chooseFiles',
      'onDataVersion',
      'onProgress',
      'pathOfFile',
      'print',
      'request',
      'saveOutput',
      'showInFolder',
    ]);
    expect(Object.values(preload.desk).every((member) => typeof member === 'function')).toBe(true);
  });

  it.each([
    [
      'request',
      ['units.list', { a: 1 }, 'r1'],
      { kind: 'request', name: 'units.list', args: { a: 1 }, requestId: 'r1' },
    ],
    ['cancel', ['r1'], { kind: 'cancel', requestId: 'r1' }],
    ['chooseFiles', ['credit-desk:other'], { kind: 'chooseFiles' }],
    ['saveOutput', ['/a', 'b'], { kind: 'saveOutput', path: '/a', suggestedName: 'b' }],
    ['print', [{ silent: true }], { kind: 'print' }],
    ['showInFolder', ['/a'], { kind: 'showInFolder', path: '/a' }],
  ])('%s sends one envelope over the one channel', (name, args, envelope) => {
    preload.invoked.length = 0;
    preload.desk[name]?.(...args);
    // The sandbox's objects have prototypes of their own.
    expect(JSON.parse(JSON.stringify(preload.invoked))).toEqual([['credit-desk:request', envelope]]);
  });

  it.each([
    ['onProgress', 'credit-desk:progress'],
    ['onDataVersion', 'credit-desk:data-version'],
  ])('%s hears its channel, hands on the value without the event, and can be stopped', (name, channel) => {
    const heard: unknown[][] = [];
    const stop = preload.desk[name]?.((...values: unknown[]) => heard.push(values));
    expect([...preload.listeners.keys()]).toContain(channel);
    for (const listener of preload.listeners.get(channel) ?? []) listener({ sender: 'secret' }, 5, 'more');
    expect(heard).toEqual([[5]]);
    if (typeof stop !== 'function') throw new Error('no way to stop');
    stop();
    expect(preload.listeners.get(channel)?.size).toBe(0);
  });

  it('asks Electron for the path of a file', () => {
    expect(preload.desk.pathOfFile?.('a file')).toBe('path of a file');
  });
});

type Listener = (...args: unknown[]) => void;

interface Preload {
  readonly required: string[];
  readonly exposed: Map<string, unknown>;
  readonly desk: Readonly<Record<string, (...args: unknown[]) => unknown>>;
  readonly invoked: unknown[][];
  readonly listeners: Map<string, Set<Listener>>;
}

/** Runs the file as Electron does: a function of `require`, in a world without Node. */
function run(code: string): Preload {
  const required: string[] = [];
  const exposed = new Map<string, unknown>();
  const invoked: unknown[][] = [];
  const listeners = new Map<string, Set<Listener>>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, api) },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => void invoked.push(args),
      on: (channel: string, listener: Listener) => {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      off: (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener),
    },
    webUtils: { getPathForFile: (file: string) => `path of ${file}` },
  };
  const require = (name: string) => {
    required.push(name);
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
    return electron;
  };
  vm.runInNewContext(`(function (require) {${code}\n})`)(require);
  const desk = exposed.get('creditDesk') as Preload['desk']; // asserted above, name by name
  return { required, exposed, desk, invoked, listeners };
}
