import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * A folder that electron-builder takes for an unpacked Electron: an executable that carries a version resource (Windows) and the
 * fuse wire as the real one does, the locales, and empty files in place of the rest. It cannot run; everything that is done to
 * it can be read back.
 */
export async function makeStandInElectron(
  folder: string,
  platform: 'win32' | 'linux',
  version: string,
): Promise<string> {
  await mkdir(path.join(folder, 'resources'), { recursive: true });
  await mkdir(path.join(folder, 'locales'), { recursive: true });
  const binary = platform === 'win32' ? windowsExecutable() : Buffer.concat([ELF_START, fuseWire()]);
  await writeFile(path.join(folder, platform === 'win32' ? 'electron.exe' : 'electron'), binary, { mode: 0o755 });
  const rest = ['version', 'LICENSE', 'LICENSES.chromium.html', 'icudtl.dat', 'resources.pak', 'snapshot_blob.bin'];
  const sandbox = platform === 'linux' ? ['chrome-sandbox', 'chrome_crashpad_handler', 'libffmpeg.so'] : ['ffmpeg.dll'];
  for (const name of [...rest, ...sandbox]) await writeFile(path.join(folder, name), name === 'version' ? version : '');
  for (const language of ['zh-CN', 'en-US', 'de']) await writeFile(path.join(folder, 'locales', `${language}.pak`), '');
  return folder;
}

/** Electron 45's wire as it is delivered: the defaults that packing must turn round. `@electron/fuses` constants.ts. */
function fuseWire(): Buffer {
  const states = [
    '1', // RunAsNode
    '0', // EnableCookieEncryption
    '1', // EnableNodeOptionsEnvironmentVariable
    '1', // EnableNodeCliInspectArguments
    '0', // EnableEmbeddedAsarIntegrityValidation
    '0', // OnlyLoadAppFromAsar
    '0', // LoadBrowserProcessSpecificV8Snapshot
    '1', // GrantFileProtocolExtraPrivileges
    '1', // WasmTrapHandlers
  ];
  const header = Buffer.from([1, states.length]);
  return Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), header, Buffer.from(states.join(''))]);
}

const ELF_START = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(120)]);

/** A 64-bit program file without code: a section with the fuse wire, and the version resource that electron-builder edits. */
function windowsExecutable(): Buffer {
  const resedit = libraryOfElectronBuilder();
  const executable = resedit.NtExecutable.createEmpty(false, false);
  const resources = resedit.NtExecutableResource.from(executable, true);
  const version = resedit.Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { FileDescription: 'Electron', ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  // What follows the last section is kept by editors of resources, as in any program file.
  executable.setExtraData(new Uint8Array(fuseWire()).buffer);
  return Buffer.from(executable.generate());
}

interface Resedit {
  readonly NtExecutable: { createEmpty(is32Bit: boolean, isDll: boolean): Executable };
  readonly NtExecutableResource: { from(executable: Executable, ignoreMissing: boolean): ExecutableResources };
  readonly Resource: { readonly VersionInfo: { createEmpty(): VersionInfo } };
}
interface Executable {
  setExtraData(data: ArrayBuffer): void;
  generate(): ArrayBuffer;
}
interface ExecutableResources {
  readonly entries: unknown[];
  outputResource(executable: Executable): void;
}
interface VersionInfo {
  setStringValues(language: { lang: number; codepage: number }, values: Record<string, string>): void;
  outputToResourceEntries(entries: unknown[]): void;
}

/** The library electron-builder itself edits program files with: found from there, for it is no dependency of ours. */
function libraryOfElectronBuilder(): Resedit {
  const fromHere = createRequire(import.meta.url);
  const fromBuilder = createRequire(fromHere.resolve('electron-builder/package.json'));
  const fromLibrary = createRequire(fromBuilder.resolve('app-builder-lib/package.json'));
  // Its own types are for bundlers; the few members used are declared above.
  return fromLibrary('resedit') as Resedit;
}
