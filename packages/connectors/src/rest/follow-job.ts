import { setTimeout as sleep } from 'node:timers/promises'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { retryAfterMs } from '@linkspan/connector-kit/http/retry-after'
import type { Clock } from '@linkspan/core/connector'
import { type JobProgress, progressIn } from './job-progress.ts'
import type { Reading } from './taken-record.ts'

/** A job that takes longer is asked again in a later look-up. */
const maxFollowMs = 10_000
const firstPauseMs = 250
const longestPauseMs = 2000

export interface JobContext {
  readonly http: Pick<ErpHttp, 'exchange'>
  readonly apiUrl: string
  readonly headers: Readonly<Record<string, string>>
  readonly reading: Reading
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** Asks once how far a job is. */
export async function askJob(path: string, reference: string, context: JobContext): Promise<JobProgress> {
  return (await readJob(path, reference, context)).progress
}

async function readJob(path: string, reference: string, { http, apiUrl, headers, reading }: JobContext) {
  const response = await http.exchange(new URL(path, apiUrl), { headers, template: '/{}' })
  const body = response.text.trim() === '' ? undefined : response.json()
  return { response, progress: progressIn(response, body, reference, reading) }
}

/** Asks until the job says that it is over, or for ten seconds, with the pauses that the ERP asks for. */
export async function followJob(path: string, reference: string, context: JobContext): Promise<JobProgress> {
  let pauseMs = firstPauseMs
  for (let waitedMs = 0; ; ) {
    const { response, progress } = await readJob(path, reference, context)
    const wait = pauseAfter(response, context.clock) ?? pauseMs
    if (progress.kind !== 'pending' || waitedMs + wait > maxFollowMs) return progress
    await sleep(wait, undefined, { signal: context.signal })
    waitedMs += wait
    pauseMs = Math.min(longestPauseMs, pauseMs * 2)
  }
}

const pauseAfter = ({ header }: HttpResponse, clock: Clock): number | undefined =>
  retryAfterMs(header('retry-after'), { date: header('date'), now: clock.now() })
