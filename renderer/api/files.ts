import type { WrittenFile } from '../../electron/contract/circulars.ts';
import type { ImportSource } from '../../electron/contract/imports.ts';
import { bridge } from './bridge.ts';
import { inFolderOrder } from './folderOrder.ts';
import { RequestError } from './requestError.ts';

/** A file the clerk dropped or chose, with its name relative to the dropped folder. */
export interface PickedFile {
  readonly file: File;
  readonly name: string;
}

/** All files of a drop, folders opened. Must be called inside the drop event: entries are gone after it. */
export async function filesOfDrop(transfer: DataTransfer): Promise<PickedFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return filesOfList(transfer.files);
  const picked = await Promise.all(entries.map((entry) => filesOfEntry(entry)));
  return inFolderOrder(picked.flat().map(({ file, name }) => ({ file, name: belowFolder(name) })));
}

/** Files of an `<input type=file>`, folders included. */
export function filesOfList(list: FileList | null): PickedFile[] {
  return inFolderOrder(
    [...(list ?? [])].map((file) => ({ file, name: belowFolder(file.webkitRelativePath || file.name) })),
  );
}

/** Makes the files readable for the service: their paths in the desktop window, an upload to this machine's host in a browser. */
export async function handOver(
  picked: readonly PickedFile[],
  onProgress: (done: number, total: number, name: string) => void,
  signal: AbortSignal,
): Promise<ImportSource[]> {
  const desk = bridge();
  const sources: ImportSource[] = [];
  // A few at a time: hundreds of small files are mostly waiting.
  for (let first = 0; first < picked.length; first += AT_ONCE) {
    if (signal.aborted) throw new DOMException('cancelled', 'AbortError');
    const some = picked.slice(first, first + AT_ONCE);
    onProgress(first, picked.length, some[0]?.name ?? '');
    const paths = some.map(({ file, name }) => (desk ? desk.pathOfFile(file) : upload(file, name, signal)));
    for (const [index, path] of (await Promise.all(paths)).entries()) {
      sources.push({ path, name: some[index]?.name ?? path });
    }
  }
  return sources;
}

const AT_ONCE = 4;

/** Gives a written file to the clerk: a save dialog in the desktop window, a download in a browser. Null: the dialog was left. */
export async function saveWritten(file: WrittenFile): Promise<string | null> {
  const desk = bridge();
  if (desk) return desk.saveOutput(file.path, file.name);
  const link = document.createElement('a');
  link.href = `/api/outputs/${encodeURIComponent(file.name)}`;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  return file.name;
}

/** Prints the page as it stands (print styles hide the frame). */
export async function printPage(): Promise<void> {
  const desk = bridge();
  if (desk) await desk.print();
  else window.print();
}

/** `4月第4周/双公示.xlsx` → `双公示.xlsx`: names are relative to the dropped folder. */
function belowFolder(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

async function upload(file: File, name: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`/api/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    credentials: 'same-origin',
    body: file,
    signal,
  });
  if (!response.ok) throw new RequestError({ code: 'file_missing', message: `文件没有送到：${name}。请重新选择。` });
  const answer = (await response.json()) as { path: string }; // our own host's answer
  return answer.path;
}

async function filesOfEntry(entry: FileSystemEntry): Promise<PickedFile[]> {
  if (isFileEntry(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, name: entry.fullPath.replace(/^\//, '') }];
  }
  if (!isDirectoryEntry(entry)) return [];
  const picked: PickedFile[] = [];
  const reader = entry.createReader();
  // A reader hands out at most 100 entries a time and ends with an empty list.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return picked;
    for (const child of batch) picked.push(...(await filesOfEntry(child)));
  }
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectoryEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
