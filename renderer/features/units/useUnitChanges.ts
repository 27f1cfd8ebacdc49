import { App } from 'antd';
import { useState } from 'react';
import type { SuccessionPreview, Unit, UnitImport } from '../../../electron/contract/units.ts';
import type { Args } from '../../../electron/contract.ts';
import { filesOfList, handOver } from '../../api/files.ts';
import { useAction } from '../../api/useAction.ts';
import { useSaving } from '../../api/useSaving.ts';
import { byOperator } from '../../state/operator.ts';
import { UNITS_WORDS as W } from '../../words/units.ts';

/** Renaming, merging and splitting units, and their list as a workbook: what is open, what it would do, what was refused. */
export function useUnitChanges(onDone: () => void) {
  const { message } = App.useApp();
  const save = useSaving();
  const renaming = useAction('units.rename');
  const succeeding = useAction('units.succeed');
  const foreseeing = useAction('units.foresee');
  const reading = useAction('units.read');
  const writing = useAction('units.write');
  const [renamed, setRenamed] = useState<Unit | null>(null);
  const [isSucceeding, setSucceeding] = useState(false);
  const [foreseen, setForeseen] = useState<SuccessionPreview>();
  const [list, setList] = useState<{ readonly path: string; readonly preview: UnitImport } | null>(null);

  return {
    renamed,
    openRename(unit: Unit | null) {
      renaming.clearError();
      setRenamed(unit);
    },
    renaming,
    async rename(args: Args<'units.rename'>) {
      const unit = await renaming.run({ ...args, ...byOperator() });
      if (!unit) return;
      message.success(`${W.saved}：${unit.name}`);
      setRenamed(null);
      onDone();
    },
    isSucceeding,
    openSuccession(open: boolean) {
      succeeding.clearError();
      foreseeing.clearError();
      setForeseen(undefined);
      setSucceeding(open);
    },
    succession: {
      busy: succeeding.busy || foreseeing.busy,
      error: succeeding.error ?? foreseeing.error,
      preview: foreseen,
    },
    forget: () => setForeseen(undefined),
    async foresee(args: Args<'units.foresee'>) {
      setForeseen(await foreseeing.run(args));
    },
    async succeed(args: Args<'units.succeed'>) {
      const units = await succeeding.run({ ...args, ...byOperator() });
      if (!units) return;
      message.success(`${W.saved}：${units.map(({ name }) => name).join('、')}`);
      setSucceeding(false);
      setForeseen(undefined);
    },
    list,
    reading,
    async readList(files: FileList | null) {
      const [picked] = filesOfList(files);
      if (!picked) return;
      const [source] = await handOver([picked], () => {}, new AbortController().signal);
      if (!source) return;
      const preview = await reading.run({ path: source.path, dryRun: true });
      if (preview) setList({ path: source.path, preview });
    },
    async writeList() {
      if (!list) return;
      const result = await reading.run({ path: list.path, ...byOperator() });
      if (!result) return;
      message.success(`${W.importDone}：新增 ${result.added} 个，修改 ${result.changed} 个`);
      setList(null);
    },
    closeList() {
      reading.clearError();
      setList(null);
    },
    writing,
    async exportList() {
      await save(await writing.run({}), { word: '已导出' });
    },
  };
}
