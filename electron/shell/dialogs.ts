import { copyFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { isBelow, safeFileName } from '../io/safePath.ts';

/** Absolute paths of the files the clerk picks; empty when the dialog is left. Folders come in by dropping them. */
export async function chooseFiles(window: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: '选择要导入的文件',
    buttonLabel: '导入',
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
    filters: [
      { name: '表格、压缩包和邮件', extensions: ['xlsx', 'xls', 'xlsm', 'et', 'csv', 'zip', 'eml'] },
      { name: '所有文件', extensions: ['*'] },
    ],
  });
  return filePaths;
}

/**
 * Copies a file the program wrote to where the clerk wants it; returns that place, or null when the dialog is left. A path
 * outside the data folder is refused: the page must not be able to copy other files of the computer.
 */
export async function saveOutput(
  window: BrowserWindow,
  dataFolder: string,
  source: string,
  suggestedName: string,
): Promise<string | null> {
  if (!(await isOutput(dataFolder, source))) throw new Error('refused: not a file of the data folder');
  const name = safeFileName(suggestedName === '' ? path.basename(source) : suggestedName);
  const extension = path.extname(source).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: '另存为',
    defaultPath: path.join(app.getPath('documents'), name),
    filters: extension === '' ? [] : [{ name: `${extension} 文件`, extensions: [extension] }],
  });
  if (canceled || filePath === '') return null;
  try {
    await copyFile(source, filePath);
    return filePath;
  } catch (error) {
    // Most often the old copy is still open in WPS; saving under another name is the way out.
    await dialog.showMessageBox(window, {
      type: 'warning',
      title: '没有保存',
      message: `不能写入“${filePath}”。`,
      detail: '文件可能正被 WPS 等程序打开，或没有写入权限。请关闭后重试，或换一个名称或位置保存。',
    });
    void error;
    return null;
  }
}

/** True when the path names a file inside the data folder's `outputs` or `originals`, links followed. */
export async function isOutput(dataFolder: string, file: string): Promise<boolean> {
  try {
    const actual = await realpath(file);
    const folders = await Promise.all(
      ['outputs', 'originals'].map((name) => realpath(path.join(dataFolder, name)).catch(() => null)),
    );
    return folders.some((folder) => folder !== null && isBelow(folder, actual));
  } catch {
    return false;
  }
}
