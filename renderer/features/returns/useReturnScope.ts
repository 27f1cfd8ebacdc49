import { useState } from 'react';
import { type ReturnScope, useReturns } from './useReturns.ts';

/** The return being made, if any, with all that belongs to it. */
export function useReturnScope() {
  const [scope, setScope] = useState<ReturnScope | null>(null);
  const returns = useReturns(scope);
  return { scope, setScope, returns };
}
