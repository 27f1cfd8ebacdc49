import { type DragEvent, useState } from 'react';
import { filesOfDrop, type PickedFile } from '../../api/files.ts';

/** Makes an element take dropped files and folders: spread `handlers` on it; `over` while files hover. */
export function useDrop(onFiles: (picked: readonly PickedFile[]) => void, enabled: boolean) {
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      if (enabled) setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      // Leaving a child for another is no leaving.
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: async (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (enabled) onFiles(await filesOfDrop(event.dataTransfer));
    },
  };
  return { over, handlers };
}
