import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Runs a program of node_modules with this Node (no shell, so every path works), its output streamed; true when it ends well. */
export function runTool(
  script: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  return runProgram(process.execPath, [path.join(ROOT, 'node_modules', ...script), ...args], env);
}

/** Runs any program, its output streamed; true when it ends well. */
export function runProgram(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
}

/** TypeScript's compiler; its package names the program for every platform in its `bin`. */
export const TSC = ['typescript', 'bin', 'tsc'];
export const BIOME = ['@biomejs', 'biome', 'bin', 'biome'];
export const VITEST = ['vitest', 'vitest.mjs'];
export const VITE = ['vite', 'bin', 'vite.js'];
export const PLAYWRIGHT = ['@playwright', 'test', 'cli.js'];

/** True when the file is there, relative to the repository. */
export function isPresent(file: string): boolean {
  return existsSync(path.join(ROOT, file));
}
