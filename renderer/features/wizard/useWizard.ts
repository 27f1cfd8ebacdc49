import { Form } from 'antd';
import { useState } from 'react';
import { BLANK_PROFILE, type OfficeNames } from '../../../electron/contract/profiles.ts';
import { handOver, type PickedFile } from '../../api/files.ts';
import { asRequestError, type RequestError } from '../../api/requestError.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';

/** Chosen instead of a profile: a file of one. */
export const FROM_FILE = 'file';

/** What the clerk chooses at the first run; nothing is chosen for them, as a wrong county would have to be taken apart again. */
export function useWizard() {
  const profiles = useRequest('profiles.list', {});
  const init = useAction('profiles.init');
  const [form] = Form.useForm<OfficeNames>();
  const [chosen, setChosen] = useState<string>();
  const [picked, setPicked] = useState<PickedFile>();
  const [lost, setLost] = useState<RequestError>();

  const choose = (id: string) => {
    setChosen(id);
    setLost(undefined);
    init.clearError();
  };
  const pick = (file: PickedFile | undefined) => {
    if (!file) return;
    choose(FROM_FILE);
    setPicked(file);
  };
  const create = async () => {
    if (chosen === BLANK_PROFILE) {
      // The form shows under its fields what is missing.
      const names = await form.validateFields().catch(() => undefined);
      if (names) await init.run({ profile: chosen, names });
    } else if (chosen === FROM_FILE && picked) {
      const path = await pathOf(picked).catch((thrown: unknown) => {
        setLost(asRequestError(thrown));
        return undefined;
      });
      if (path !== undefined) await init.run({ profile: path });
    } else if (chosen !== undefined) {
      await init.run({ profile: chosen });
    }
  };
  return {
    profiles,
    form,
    chosen,
    choose,
    picked,
    pick,
    create,
    ready: chosen !== undefined && (chosen !== FROM_FILE || picked !== undefined),
    busy: init.busy,
    progress: init.progress,
    error: profiles.error ?? lost ?? init.error,
  };
}

/** Where the service can read the file. */
async function pathOf(picked: PickedFile): Promise<string | undefined> {
  const [source] = await handOver([picked], () => undefined, new AbortController().signal);
  return source?.path;
}
