import { z } from 'zod'

/** The connector's own settings. All of them may be left out. */
export const SftpSettings = z.object({})
export type SftpSettings = z.infer<typeof SftpSettings>
