import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useAction } from '../../api/useAction.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';

/** What the program remembers, what is looked for in it, and forgetting one thing. */
export function useMemory() {
  const { message } = App.useApp();
  const directory = useDirectory();
  const memory = useRequest('memory.list', {});
  const forgetting = useAction('memory.forget');
  const [search, look] = useState('');
  const wanted = search.trim();
  const mappings = useMemo(
    () =>
      memory.data?.mappings.filter(({ unit, template, headers }) =>
        [unit === null ? W.wholeOffice : directory.unitName(unit), directory.templateTitle(template), ...headers].some(
          (text) => text.includes(wanted),
        ),
      ),
    [memory.data, directory, wanted],
  );
  const names = useMemo(
    () =>
      memory.data?.names.filter(({ text, unit }) => [text, directory.unitName(unit)].some((t) => t.includes(wanted))),
    [memory.data, directory, wanted],
  );
  const forget = async (kind: 'mapping' | 'name', id: number) => {
    if (await forgetting.run({ kind, id, ...byOperator() })) message.success(W.forgotten);
  };
  return { directory, memory, mappings, names, search, look, forget, forgetting };
}
