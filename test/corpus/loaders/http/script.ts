import { z } from 'zod'

const Text = z.string().min(1)
const Fields = z.record(z.string(), z.unknown())
const Headers = z.record(Text, z.union([z.string(), z.array(z.string())])).default({})

/** An answer that some requests get in place of the list. */
export const ScriptedAnswer = z.strictObject({
  /** Which requests: all that is given must hold. `query` has values, or null for a parameter that is not there; `call` counts from 1. */
  to: z
    .strictObject({
      method: Text.optional(),
      path: Text.optional(),
      query: z.record(Text, z.string().nullable()).default({}),
      call: z.int().optional(),
    })
    .prefault({}),
  status: z.int().default(200),
  headers: Headers,
  /** What is sent, as JSON; or the text itself, or bytes in base64. */
  body: z.unknown().optional(),
  text: z.string().optional(),
  base64: z.string().optional(),
  /** A row that the ERP has from then on, made of the request: {{body.…}} is what was sent. */
  store: Fields.optional(),
  /** The ERP does what it was asked for, and the connection breaks before it answers. */
  lost: z.boolean().default(false),
})
export type ScriptedAnswer = z.infer<typeof ScriptedAnswer>

const Rows = z.union([
  z.array(z.unknown()),
  /** That many rows, made of the template `like` with {{n}} from 1 on; `but` has other fields of some of them, by number. */
  z.strictObject({ count: z.int(), like: Fields, but: z.record(Text, Fields).default({}) }),
])

/** How the list is cut into pages. */
const Paging = z.strictObject({
  by: z.enum(['page', 'offset', 'cursor', 'none']),
  /** The parameter that says which page; named after `by` if it is not given. */
  parameter: Text.optional(),
  firstPage: z.int().default(1),
  /** The parameter for the number of rows, the number without it, the most there can be, and what it is rounded down to a multiple of. */
  limitParameter: Text.optional(),
  size: z.int().default(10),
  maxSize: z.int().optional(),
  roundTo: z.int().optional(),
  /** Numbers of rows that the ERP counts and does not show. */
  hidden: z.array(z.int()).default([]),
  /** An offset that is no multiple of the number of rows is answered with 400. */
  aligned: z.boolean().default(false),
  /** After this many pages the first one follows again. */
  circle: z.int().optional(),
  /** What comes after the last page: a page without rows, the last one again, or an answer. */
  after: z.union([z.enum(['empty', 'again']), ScriptedAnswer.omit({ to: true })]).default('empty'),
})
export type Paging = z.infer<typeof Paging>

/**
 * What an ERP answers. The list is made of `rows`, `paging` and `body`, unless one of `answers` is for the request. In `body` and `headers`
 * stand {{rows}}, {{total}} and what else `pageOf` gives; see the corpus' README.
 */
export const Script = z.strictObject({
  rows: Rows.default([]),
  paging: Paging.prefault({ by: 'none' }),
  body: z.unknown().default('{{rows}}'),
  headers: Headers,
  answers: z.array(ScriptedAnswer).default([]),
})
export type Script = z.infer<typeof Script>

/** What the system has written before the run that pushes. */
export const HttpInput = z.strictObject({
  erp: Script.prefault({}),
  /** What is different from the second run on, from the third, and so on. */
  later: z.array(Fields).default([]),
  /** Records that are written before the first run. */
  written: z.array(Fields).default([]),
})
export type HttpInput = z.infer<typeof HttpInput>
