import type { ERPRecord, ERPSyncLog, Reject } from '@linkspan/core'
import { expect } from 'vitest'
import type { Client } from '../../script/sandbox/client.ts'
import type { CorpusCase, ExpectedRun } from './corpus-case.ts'
import type { OpenCase } from './corpus-loader.ts'

interface Entry {
  readonly level: string
  readonly message: string
}

/** What one run of a case came to. */
export interface Outcome {
  readonly log: ERPSyncLog
  readonly warnings: readonly string[]
  readonly rejects: readonly Reject[]
  readonly records: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly seen: Readonly<Record<string, unknown>>
}

/** Runs a case to its end, and reads what each of its runs came to through the API. */
export async function observe({ runs }: CorpusCase, open: OpenCase, client: Client): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [at] of runs.entries()) {
    const { id } = await open.run(at + 1)
    const [log, entries, rejects, records] = await Promise.all([
      client.call<ERPSyncLog>('GET', `/erp/sync-logs/${id}`),
      client.call<Entry[]>('GET', `/erp/sync-logs/${id}/entries?limit=100`),
      client.call<Reject[]>('GET', `/erp/sync-logs/${id}/rejects?limit=100`),
      client.call<ERPRecord[]>('GET', `/erp/connections/${open.connectionId}/records/${open.dataType}?limit=100`),
    ])
    outcomes.push({
      log,
      warnings: entries.filter(({ level }) => level === 'warn').map(({ message }) => message),
      rejects,
      records: Object.fromEntries(records.map((record) => [record.id, record.data])),
      seen: (await open.seen?.()) ?? {},
    })
  }
  return outcomes
}

/** Fails unless a run came to what was expected. */
export function assertOutcome({ log, warnings, rejects, records, seen }: Outcome, expected: ExpectedRun): void {
  const { code, hint } = (log.errorDetails ?? {}) as { code?: string; hint?: string }
  const words = `${log.errorMessage ?? ''}\n${hint ?? ''}`
  expect({ status: log.status, code }, words).toEqual({ status: expected.status, code: expected.code })
  for (const part of expected.says) expect(words).toContain(part)
  for (const part of expected.warnings) expect(warnings.join('\n')).toContain(part)
  if (!expected.otherWarnings) expect(warnings.filter((given) => !expected.warnings.some((part) => given.includes(part)))).toEqual([])
  expect(log).toMatchObject(expected.counts)
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
  expect(seen).toMatchObject(expected.seen)
}
