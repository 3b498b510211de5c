import { z } from 'zod'

/** A record that was rejected, and why. It does not hold up the others. */
export const Reject = z
  .object({
    recordId: z.string().describe("Its id: the ERP's in a pull, empty if it had none; ours in a push."),
    page: z.int().describe('From 1; 0 in a push.'),
    errors: z.array(z.object({ path: z.string(), message: z.string(), value: z.unknown() })),
  })
  .meta({ id: 'ERPSyncReject' })
export type Reject = z.infer<typeof Reject>
