import { z } from 'zod'

/** The languages in which Linkspan tells people what happened and what to do. */
export const languages = ['en', 'de'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>
