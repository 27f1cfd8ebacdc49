import { useState } from 'react';
import type { VerifyResult } from '../../../electron/contract/overview.ts';
import type { Action } from '../../api/useAction.ts';

/** The last verification of the data, made on demand. */
export function useVerification(verify: Action<'app.verify'>) {
  const [result, setResult] = useState<VerifyResult>();
  const run = async () => setResult(await verify.run({}));
  return { result, run };
}
