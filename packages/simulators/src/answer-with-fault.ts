import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { type Answer, json, text } from './exchange.ts'
import type { Fault, FaultKind } from './faults.ts'
import { begin, send } from './send.ts'

export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

const refusals: Partial<Record<FaultKind, Refusal>> = {
  unauthorized: { status: 401, code: 'UNAUTHORIZED', message: 'The credentials were not accepted.' },
  forbidden: { status: 403, code: 'FORBIDDEN', message: 'No authorization for this operation.' },
  'not-found': { status: 404, code: 'NOT_FOUND', message: 'There is no such resource.' },
  conflict: { status: 409, code: 'CONFLICT', message: 'The resource was changed by somebody else.' },
  throttled: { status: 429, code: 'TOO_MANY_REQUESTS', message: 'Too many requests.' },
  'server-error': { status: 500, code: 'INTERNAL_ERROR', message: 'An internal error occurred.' },
  '500-before-store': { status: 500, code: 'INTERNAL_ERROR', message: 'An internal error occurred.' },
  lock: { status: 423, code: 'LOCKED', message: 'The record is being edited by another user.' },
  unavailable: { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'The service is being maintained.' },
}

const loginPage =
  '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form method="post">User <input name="user"></form></body></html>'

/** Builds the answer with which the simulated system refuses a request. `target` is the request's path and query. */
export type DescribeRefusal = (refusal: Refusal, target: string) => Answer

/** A refusal as a plain JSON object. */
export const plainRefusal: DescribeRefusal = ({ status, code, message }) => json({ error: { code, message } }, { status })

export interface FaultyAnswer {
  readonly fault: Fault
  readonly response: ServerResponse
  readonly describeRefusal: DescribeRefusal
  /** The answer without the fault. */
  trueAnswer(): Promise<Answer>
}

/** Answers a request according to the fault. Resolves when everything is written. */
export async function answerWithFault({ fault, response, describeRefusal, trueAnswer }: FaultyAnswer): Promise<void> {
  const refusal = refusals[fault.kind]
  if (refusal) {
    const answer = describeRefusal(refusal, response.req.url ?? '/')
    return send(response, { ...answer, status: fault.status ?? answer.status, headers: { ...answer.headers, ...retryAfter(fault) } })
  }
  switch (fault.kind) {
    case 'html':
      return send(response, text(loginPage, 'text/html; charset=utf-8'))
    case 'garbage':
      return send(response, text('{"data":[{"id":"1","name":"half', 'application/json'))
    case 'redirect':
      return send(response, text('', 'text/plain', { status: 302, headers: { location: fault.location ?? '/' } }))
    case 'cut':
      return cut(response, await trueAnswer())
    case 'slow-drip':
      return drip(response, await trueAnswer(), fault)
    case 'huge':
      return flood(response)
    case 'hang':
      return
    case 'drop-before-store':
      response.destroy()
      return
    default:
      throw new Error(`"${fault.kind}" is not a fault of the connection.`)
  }
}

function retryAfter(fault: Fault): Record<string, string> {
  const seconds = fault.retryAfterSeconds ?? (fault.kind === 'throttled' ? 1 : undefined)
  if (seconds === undefined) return {}
  return { 'retry-after': fault.retryAfterAsDate === true ? new Date(Date.now() + seconds * 1000).toUTCString() : String(seconds) }
}

function cut(response: ServerResponse, answer: Answer): void {
  const bytes = begin(response, answer)
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
}

async function drip(response: ServerResponse, answer: Answer, fault: Fault): Promise<void> {
  const bytes = begin(response, answer)
  const chunk = Math.max(1, fault.chunkBytes ?? 16)
  for (let start = 0; start < bytes.length && !response.destroyed; start += chunk) {
    response.write(bytes.subarray(start, start + chunk))
    await delay(fault.intervalMs ?? 5)
  }
  response.end()
}

async function flood(response: ServerResponse): Promise<void> {
  const chunk = Buffer.from('{"id":"1","name":"again and again"},'.repeat(2_000))
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('[')
  while (!response.destroyed) {
    if (response.write(chunk)) await new Promise(setImmediate)
    else await roomOrClose(response)
  }
}

function roomOrClose(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
}
