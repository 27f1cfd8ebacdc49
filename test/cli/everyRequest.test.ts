import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../electron/cli/arguments.ts';
import { helpAnswer } from '../../electron/cli/commands.ts';
import { HELP, helpText, knownTo } from '../../electron/cli/help.ts';
import { COMMAND_EXAMPLES } from '../../electron/cli/helpExamples.ts';
import { ROOT } from './commandLine.ts';

const sources = (folder: string): string =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(ROOT, folder, name), 'utf8'))
    .join('\n');

describe('what the screens can do', () => {
  const contract = `${readFileSync(path.join(ROOT, 'electron', 'contract.ts'), 'utf8')}\n${sources('electron/contract')}`;
  const requests = [
    ...new Set([...contract.matchAll(/^ {2}'([a-zA-Z]+\.[a-zA-Z]+)': \{/gmu)].map(([, name]) => name ?? '')),
  ];
  const asked = new Set([...sources('electron/cli').matchAll(/'([a-zA-Z]+\.[a-zA-Z]+)'/gu)].map(([, name]) => name));

  it('is found in the contract', () => {
    expect(requests.length).toBeGreaterThan(90);
    expect(requests).toEqual(expect.arrayContaining(['units.rename', 'calendar.save', 'cases.add', 'records.list']));
  });

  it('the commands can do, too', () => {
    // `circular --out 文件.html` writes the page that the window shows.
    const elsewhere = ['circulars.page'];
    expect(requests.filter((name) => !asked.has(name) && !elsewhere.includes(name))).toEqual([]);
  });
});

describe('the help', () => {
  const commands = Object.entries(HELP).map(([command, line]) => ({ command, ...line }));

  it('says of every command in one line what it does', () => {
    const lines = helpText(commands).split('\n');
    for (const { command, what } of commands) {
      expect(what).toMatch(/\p{Script=Han}/u);
      expect(lines.filter((line) => line.startsWith(`${command} `) && line.includes(what))).toHaveLength(1);
    }
  });

  // What came with papers, reminders and the year's score: nobody guesses their options.
  const NOUNS = [
    'remind',
    'chases',
    'circular',
    'figures',
    'charts',
    'fonts',
    'papers',
    'numbers',
    'word-template',
    'assess',
  ];

  it('shows an example of every command of a noun that has any, written as the command reads it', () => {
    const own = commands.filter(({ command }) => NOUNS.includes(command.split(' ')[0] ?? ''));
    expect(own.length).toBeGreaterThan(40);
    for (const { command } of own) {
      const example = COMMAND_EXAMPLES[command as keyof typeof HELP] ?? '';
      const line = readCommandLine(example.split(' '));
      const words = command.split(' ');
      expect([line.command, ...line.paths].slice(0, words.length), command).toEqual(words);
      const known = knownTo(command as keyof typeof HELP);
      expect(
        Object.keys(line.options).filter((option) => !known.options.has(option)),
        command,
      ).toEqual([]);
      const takesPaths = line.paths.length >= words.length;
      expect(takesPaths, command).toBe(known.takesPaths);
      expect(helpAnswer(words[0]).text()).toContain(`credit-desk-cli ${example}\n`);
    }
  });

  it.each([
    ['status', ['period', 'year', 'duty', 'unit', 'as-of', 'data', 'json', 'by', 'help'], false],
    ['undo', ['as-of', 'data', 'json', 'by', 'help'], true],
    ['contacts', ['unit', 'as-of', 'data', 'json', 'by', 'help'], false],
    ['return', ['batch', 'file', 'password', 'out', 'as-of', 'data', 'json', 'by', 'help'], false],
  ] as const)('tells what %s reads', (command, options, takesPaths) => {
    const known = knownTo(command);
    expect([...known.options].toSorted()).toEqual(options.toSorted());
    expect(known.takesPaths).toBe(takesPaths);
  });
});
