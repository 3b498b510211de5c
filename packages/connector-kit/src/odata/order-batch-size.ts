import { z } from 'zod'

/** The setting of connectors that write new orders by `$batch`. */
export const orderBatchSize = z
  .int()
  .min(1)
  .max(100)
  .default(1)
  .describe(
    'How many new orders go in one call ($batch): fewer calls, but the ERP books them one after the other within it, and a lost answer leaves all of them to be looked up. 1: each by itself.',
  )
