import { z } from 'zod'

const count = z.int().min(0)

/** What was decided about the balance of a run when it ended. It is stored in the step that ends the run. */
export const BalanceVerdict = z.object({
  closes: z.boolean(),
  complete: z.boolean(),
  /** Whether everything that was read is accounted for. */
  addsUp: z.boolean(),
  distinct: count.nullable(),
  missing: count.nullable(),
})
export type BalanceVerdict = z.infer<typeof BalanceVerdict>
