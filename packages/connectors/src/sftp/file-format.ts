import { z } from 'zod'

/** How a file with rows is written, as far as it is not found out by itself (ERP-FACTS 10.4). */
export const FileFormat = z.strictObject({
  delimiter: z
    .string()
    .length(1)
    .optional()
    .describe('Between the columns; by default the one of , ; tab | ^ that the first line has most of.'),
  quote: z.string().length(1).default('"').describe('Around a value that has the delimiter or a line break in it; doubled within.'),
  encoding: z.enum(['utf-8', 'windows-1252', 'windows-1250', 'windows-1251', 'iso-8859-1', 'iso-8859-15']).default('utf-8'),
  columns: z.array(z.string().min(1)).min(1).optional().describe('The names of the columns, where the file has no line for them.'),
  decimal: z.enum(['.', ',']).default('.').describe('What separates the decimals of a number: it is never guessed.'),
  trailer: z
    .strictObject({ begins: z.string().min(1), count: z.int().min(2).optional() })
    .optional()
    .describe('The last row begins with this value, as in "TRL"; `count` is the column, from 2, that says how many rows there are.'),
})
export type FileFormat = z.infer<typeof FileFormat>
