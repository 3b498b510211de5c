import { z } from 'zod'

/** Which setting to list the values of. */
export const ChoicesRequest = z.strictObject({ direction: z.literal('choices'), field: z.string() })
export type ChoicesRequest = z.output<typeof ChoicesRequest>

/** The values that the ERP has for a setting of the connection. */
export const ERPChoices = z
  .object({
    field: z.string().describe('The field of `settings`.'),
    title: z.string().describe('What is listed.'),
    choices: z
      .array(
        z.object({
          value: z.string().describe('What to set the field to.'),
          label: z.string().describe('What people read.'),
        }),
      )
      .describe('By label. Empty if the ERP has none, or shows none to these credentials.'),
    complete: z.boolean().describe('False if the ERP has more than the 1,000 that are listed.'),
  })
  .meta({ id: 'ERPChoices' })
export type ERPChoices = z.infer<typeof ERPChoices>
