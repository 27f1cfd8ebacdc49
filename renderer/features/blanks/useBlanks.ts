import { useState } from 'react';
import type { BlankFile } from '../../../electron/contract/blanks.ts';
import type { Period } from '../../../electron/contract/time.ts';
import { bridge } from '../../api/bridge.ts';
import { useAction } from '../../api/useAction.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { useSaving } from '../../api/useSaving.ts';
import { usePeriod } from '../../state/usePeriod.ts';

/** What blank workbooks are to be written, and those just written. */
export function useBlanks(directory: Directory) {
  const saving = useSaving();
  const [current] = usePeriod();
  const [duty, setDuty] = useState<string | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  /** Null: the unit fills the period in. */
  const [period, setPeriod] = useState<Period | null>(null);
  const [files, setFiles] = useState<readonly BlankFile[] | null>(null);
  const writing = useAction('blanks.write');
  const chosen = directory.duties.find(({ id }) => id === duty);
  const desk = bridge();

  const write = async () => {
    if (!duty) return;
    const done = await writing.run({ duty, ...(unit ? { unit } : {}), ...(period ? { period } : {}) });
    if (done) setFiles(done);
  };
  const save = async ({ out, name, size }: BlankFile) => {
    await saving({ path: out, name, size }, { word: '已另存' });
  };
  return {
    current,
    duty,
    chosen,
    chooseDuty: (id: string) => {
      setDuty(id);
      setUnit(null);
      setFiles(null);
    },
    unit,
    setUnit,
    period,
    setPeriod,
    write,
    writing,
    files,
    save,
    show: desk ? (file: BlankFile) => desk.showInFolder(file.out) : null,
  };
}
