import { deepStrictEqual } from 'node:assert/strict'
import diagnosticsChannel from 'node:diagnostics_channel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../http/problem.ts'

const channel = diagnosticsChannel.channel('fastify.initialization')
const isJson = /^application\/(?:problem\+)?json\b/

/** Answers that differ from the response schema of their route, each as a sentence. */
export interface AnswerCheck {
  readonly violations: readonly string[]
}

/**
 * Calls `build`, and checks every JSON answer of the application that it creates against the response schema of the route. An answer must be
 * what parsing it returns, so a field that the schema does not know is a violation too.
 */
export async function withCheckedAnswers<App>(build: () => Promise<App>): Promise<{ readonly app: App; readonly check: AnswerCheck }> {
  const violations: string[] = []
  const addHook = (message: unknown) => {
    const { fastify } = message as { readonly fastify: FastifyInstance }
    fastify.addHook('onSend', async (request, reply, payload) => {
      const violation = violationOf(request, reply, payload)
      if (violation !== null) violations.push(`${request.method} ${request.routeOptions.url} ${reply.statusCode}: ${violation}`)
    })
  }
  channel.subscribe(addHook)
  try {
    return { app: await build(), check: { violations } }
  } finally {
    channel.unsubscribe(addHook)
  }
}

function violationOf(request: FastifyRequest, reply: FastifyReply, payload: unknown): string | null {
  const responses = request.routeOptions.schema?.response as Readonly<Record<number, unknown>> | undefined
  const isEmpty = payload === undefined || payload === null || payload === ''
  if (!responses || request.method === 'HEAD' || !(isEmpty || isJson.test(String(reply.getHeader('content-type'))))) return null
  const schema = schemaOf(responses[reply.statusCode]) ?? (reply.statusCode >= 400 ? Problem : null)
  if (schema === null) return 'the route does not declare this status'
  const body: unknown = isEmpty ? undefined : JSON.parse(String(payload))
  const parsed = schema.safeParse(body)
  if (!parsed.success) return z.prettifyError(parsed.error)
  try {
    deepStrictEqual(body, parsed.data)
    return null
  } catch (thrown) {
    return (thrown as Error).message
  }
}

/** The schema of a declared response, which is given directly or for each media type. */
function schemaOf(response: unknown): z.ZodType | null {
  if (response instanceof z.ZodType) return response
  const { content = {} } = (response ?? {}) as { readonly content?: Readonly<Record<string, { readonly schema: z.ZodType }>> }
  return Object.values(content)[0]?.schema ?? null
}
