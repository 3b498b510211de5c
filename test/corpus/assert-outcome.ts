import { expect } from 'vitest'
import type { ExpectedRun } from './corpus-case.ts'
import type { Outcome } from './observe.ts'

/** Fails unless a run came to what was expected. */
export function assertOutcome({ log, warnings, entries, rejects, records, seen }: Outcome, expected: ExpectedRun): void {
  const { code, hint } = (log.errorDetails ?? {}) as { code?: string; hint?: string }
  const words = `${log.errorMessage ?? ''}\n${hint ?? ''}`
  expect({ status: log.status, code }, words).toEqual({ status: expected.status, code: expected.code })
  for (const part of expected.says) expect(words).toContain(part)
  for (const part of expected.warnings) expect(warnings.join('\n')).toContain(part)
  for (const part of expected.entries) expect(entries.join('\n')).toContain(part)
  if (!expected.otherWarnings) expect(warnings.filter((given) => !expected.warnings.some((part) => given.includes(part)))).toEqual([])
  expect(log).toMatchObject(expected.counts)
  if (expected.recordCount !== undefined) expect(Object.keys(records)).toHaveLength(expected.recordCount)
  if (expected.records) {
    expect(Object.keys(records).sort()).toEqual(Object.keys(expected.records).sort())
    for (const [id, fields] of Object.entries(expected.records)) {
      const absent = Object.fromEntries(
        Object.keys(fields)
          .filter((name) => fields[name] === null && records[id]?.[name] === undefined)
          .map((name) => [name, null]),
      )
      expect({ ...records[id], ...absent }, id).toMatchObject(fields)
    }
  }
  expect(rejects, JSON.stringify(rejects)).toHaveLength(expected.rejects.length)
  for (const { id, path, says } of expected.rejects)
    expect(rejects).toContainEqual(
      expect.objectContaining({
        ...(id !== undefined && { recordId: id }),
        errors: expect.arrayContaining([
          expect.objectContaining({
            ...(path !== undefined && { path }),
            ...(says !== undefined && { message: expect.stringContaining(says) }),
          }),
        ]),
      }),
    )
  expect(seen).toMatchObject(withParts(expected.seen) as object)
}

/** `{"contains": "…"}` stands for a text with this part. */
function withParts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withParts)
  if (typeof value !== 'object' || value === null) return value
  const { contains } = value as { readonly contains?: unknown }
  if (typeof contains === 'string') return expect.stringContaining(contains)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withParts(each)]))
}
