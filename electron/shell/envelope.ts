import { z } from 'zod';

/** What may come over the one channel; `args` is checked by the application's dispatch, request by request. */
export const ENVELOPE = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('request'),
    name: z.string().min(1).max(60),
    args: z.unknown(),
    requestId: z.string().min(1).max(80),
  }),
  z.strictObject({ kind: z.literal('cancel'), requestId: z.string().min(1).max(80) }),
  z.strictObject({ kind: z.literal('chooseFiles') }),
  z.strictObject({
    kind: z.literal('saveOutput'),
    path: z.string().min(1).max(4096),
    suggestedName: z.string().max(255),
  }),
  z.strictObject({ kind: z.literal('print') }),
  z.strictObject({ kind: z.literal('showInFolder'), path: z.string().min(1).max(4096) }),
]);

export type Envelope = z.infer<typeof ENVELOPE>;
