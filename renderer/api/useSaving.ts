import { App } from 'antd';
import { useCallback } from 'react';
import type { WrittenFile } from '../../electron/contract/circulars.ts';
import { saveWritten } from './files.ts';

/** What is said of a file that was given to the clerk. */
interface SavingWords {
  /** `已导出`; the name of the file is put behind it. */
  readonly word: string;
  /** What is to be known of the file. */
  readonly warning?: string | undefined;
}

/**
 * Gives written files to the clerk and says so. A file that was refused (`undefined`) is passed over: its action shows why. True: it is
 * where the clerk wanted it; false: refused, the dialog was left, or the place cannot be written (said).
 */
export function useSaving() {
  const { message } = App.useApp();
  return useCallback(
    async (file: WrittenFile | undefined, { word, warning }: SavingWords): Promise<boolean> => {
      if (!file) return false;
      try {
        const name = await saveWritten(file);
        if (name === null) return false;
        if (warning === undefined) message.success(`${word}：${name}`);
        else message.warning(`${word}：${name}。${warning}`);
        return true;
      } catch {
        message.error(
          `没有存成：${file.name}。所选位置不能写，或者同名文件正在 WPS、Word 里打开；请关闭它或另选位置，再存一次。`,
        );
        return false;
      }
    },
    [message],
  );
}
