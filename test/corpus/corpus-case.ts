import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('.', import.meta.url))

const Text = z.string().min(1)

/** What one run must end with. What is not given is not checked, except that no run may reject a record that is not named. */
export const ExpectedRun = z.strictObject({
  status: z.enum(['success', 'error']).default('success'),
  /** The error code. */
  code: Text.optional(),
  /** Parts of the error message or of its hint. */
  says: z.array(Text).default([]),
  /** Parts of the warnings among the entries of the run, each of which must be there. */
  warnings: z.array(Text).default([]),
  /** Parts of entries of the run's log, of any level, each of which must be there. */
  entries: z.array(Text).default([]),
  /** Whether entries of the level "warn" are allowed that `warnings` does not name. */
  otherWarnings: z.boolean().default(true),
  /** Counters of the sync log, such as `recordsCreated`. */
  counts: z.record(Text, z.int()).default({}),
  /** All records that are stored afterwards: id → some of their fields. A field that is null must be absent. */
  records: z.record(z.string(), z.record(Text, z.unknown())).optional(),
  /** How many records are stored afterwards, if `records` does not name them. */
  recordCount: z.int().optional(),
  /** All rejects, in any order. */
  rejects: z.array(z.strictObject({ id: z.string().optional(), path: z.string().optional(), says: Text.optional() })).default([]),
  /** What the loader of this kind can tell besides, such as the files in the folders. */
  seen: z.record(Text, z.unknown()).default({}),
})
export type ExpectedRun = z.infer<typeof ExpectedRun>

/** The content of `expected.json`: one run, or a list of runs that follow each other. */
const Expected = z.union([ExpectedRun.transform((run) => [run]), z.array(ExpectedRun).min(1)])

/** The content of `settings.json`. */
const CaseSettings = z.strictObject({
  dataType: z.enum(['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices']).optional(),
  provider: Text.optional(),
  /** The settings of the connection. */
  settings: z.record(Text, z.unknown()).default({}),
  credentials: z.record(Text, z.unknown()).default({}),
  /** The body of the request that starts the sync, such as `{"mode": "full"}`. */
  sync: z.record(Text, z.unknown()).default({}),
  /** The customer's mapping: `fieldMapping`, `transformations`, `filters`. */
  mapping: z.record(Text, z.unknown()).optional(),
})

/** A case that is one file: its settings, its input, which only its loader understands, and what it must come to. */
const CaseFile = CaseSettings.extend({ input: z.record(Text, z.unknown()).default({}), expected: Expected })

export interface CorpusCase extends z.infer<typeof CaseSettings> {
  /** Its path below test/corpus, such as "files/csv/semicolons". */
  readonly name: string
  /** Where its files are. */
  readonly folder: string
  /** The loader that runs it, the first part of its name. */
  readonly loader: string
  /** Of a case that is one file. */
  readonly input: Readonly<Record<string, unknown>>
  readonly runs: readonly ExpectedRun[]
}

const suffix = '.case.json'
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

type Content = Omit<CorpusCase, 'name' | 'folder' | 'loader'>

function loadFile(path: string): Content {
  const { expected, ...content } = CaseFile.parse(read(path))
  return { ...content, runs: expected }
}

function loadFolder(folder: string): Content {
  const settings = join(folder, 'settings.json')
  return {
    ...CaseSettings.parse(existsSync(settings) ? read(settings) : {}),
    input: {},
    runs: Expected.parse(read(join(folder, 'expected.json'))),
  }
}

function load(path: string): CorpusCase {
  const isFile = path.endsWith(suffix)
  const folder = dirname(path)
  const name = relative(root, isFile ? join(folder, basename(path, suffix)) : folder)
  try {
    return { ...(isFile ? loadFile(path) : loadFolder(folder)), name, folder, loader: name.split('/')[0] ?? '' }
  } catch (thrown) {
    throw new Error(`test/corpus/${name} is not a case: ${(thrown as Error).message}`, { cause: thrown })
  }
}

/** All cases: each folder below test/corpus that has an `expected.json`, and each file called `….case.json`. */
export function loadCases(): CorpusCase[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/expected.json') || path.endsWith(suffix))
    .map((path) => load(join(root, path)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
