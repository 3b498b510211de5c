import { z } from 'zod'

/** The format of a file as far as its beginning shows it, and the settings that would state it explicitly. */
export const DescribedFile = z
  .object({
    name: z.string(),
    format: z.record(z.string(), z.unknown()).describe('Kind, encoding and options, in the form of the setting `format`.'),
    fault: z
      .string()
      .nullable()
      .describe(
        'Why it cannot be read with the current settings; `format` and `settings` are then what its content suggests. Null if it can be read.',
      ),
    isFormatGuessed: z.boolean().describe('Whether the format was detected from the file; otherwise the settings state it.'),
    hasByteOrderMark: z.boolean(),
    columns: z.array(
      z.object({
        name: z.string(),
        field: z.string().nullable().describe('The canonical field that it fills with the mapping in use; null if it fills none.'),
      }),
    ),
    decimal: z
      .enum(['.', ',', 'unknown'])
      .nullable()
      .describe('The likely decimal separator; "unknown" if the numbers allow both or contradict each other; null without decimals.'),
    dateFormat: z.string().nullable().describe('The likely date format; "unknown" if several are possible, null without dates.'),
    evidence: z
      .array(
        z.object({
          for: z.enum(['decimal', 'dateFormat']),
          column: z.string().describe('Its name, or a path such as "Lines.Line.UnitPrice".'),
          cell: z.string().describe('The first cell that shows it.'),
          cells: z.int().describe('How many cells at the beginning of the file show it.'),
          says: z.array(z.string()).describe('The values that the cells allow; a single one is certain.'),
        }),
      )
      .describe('What `decimal` and `dateFormat` are based on.'),
    advice: z.array(z.string()).describe('What to do so that the file is read as intended.'),
    settings: z.record(z.string(), z.unknown()).describe("What to save in the connection's settings, so that nothing has to be guessed."),
  })
  .meta({ id: 'ERPPreviewedFile', description: 'A file that a preview has inspected.' })
export type DescribedFile = z.infer<typeof DescribedFile>
