import { z } from 'zod'

/** How a file is written, as far as its beginning shows, and which settings would say so for good. */
export const DescribedFile = z
  .object({
    name: z.string(),
    format: z.record(z.string(), z.unknown()).describe('Kind, encoding and what else its kind has, as the setting `format` takes it.'),
    fault: z
      .string()
      .nullable()
      .describe('Why it cannot be read by the settings; `format` and `settings` are then what its content suggests. Null where it can.'),
    isFormatGuessed: z.boolean().describe('Whether the format was found out by looking at the file; else the settings say it.'),
    hasByteOrderMark: z.boolean(),
    columns: z.array(
      z.object({
        name: z.string(),
        field: z.string().nullable().describe('The canonical field that it fills, by the mapping that is tried; null where it fills none.'),
      }),
    ),
    decimal: z
      .enum(['.', ',', 'unknown'])
      .nullable()
      .describe(
        'What seems to separate decimals; "unknown" where the numbers allow both, or contradict each other; null without decimals.',
      ),
    dateFormat: z.string().nullable().describe('How dates seem to be written; "unknown" where several are possible, null without dates.'),
    evidence: z
      .array(
        z.object({
          for: z.enum(['decimal', 'dateFormat']),
          column: z.string().describe('Its name; the path of what lies within one, as in "Lines.Line.UnitPrice".'),
          cell: z.string().describe('The first cell that says so.'),
          cells: z.int().describe('How many cells of the beginning say so.'),
          says: z.array(z.string()).describe('What they allow: one value is certain, several are a question.'),
        }),
      )
      .describe('What `decimal` and `dateFormat` rest on, and so how sure they are.'),
    advice: z.array(z.string()).describe('What to do so that the file is read as it is meant.'),
    settings: z
      .record(z.string(), z.unknown())
      .describe("What to save among the connection's settings, so that nothing is guessed any more."),
  })
  .meta({ id: 'ERPPreviewedFile', description: 'A file that a preview has looked into.' })
export type DescribedFile = z.infer<typeof DescribedFile>
