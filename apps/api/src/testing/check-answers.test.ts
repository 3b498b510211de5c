import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { withCheckedAnswers } from './check-answers.ts'

const Item = z.object({ id: z.string(), size: z.int().optional() })
const response = { 200: z.array(Item), 204: z.undefined() }

/** The violations of one answer with this body and status. */
async function violationsOf(body: unknown, status = 200): Promise<readonly string[]> {
  const { app, check } = await withCheckedAnswers(async () => {
    const app = fastify()
    app.setSerializerCompiler(() => JSON.stringify)
    app.get('/items', { schema: { response } }, (_, reply) => reply.code(status as 200).send(body))
    return app
  })
  await app.inject('/items')
  await app.close()
  return check.violations
}

test.each([
  ['an answer as its schema says', [{ id: 'a', size: 1 }, { id: 'b' }], 200],
  ['an empty answer as its schema says', undefined, 204],
])('%s is no violation', async (_, body, status) => {
  expect(await violationsOf(body, status)).toEqual([])
})

test.each([
  ['a value of the wrong type', [{ id: 7 }], 200],
  ['a missing field', [{ size: 1 }], 200],
  ['a field that the schema does not know', [{ id: 'a', secret: 'x' }], 200],
  ['a status that the route does not declare', [{ id: 'a' }], 201],
  ['a failure that is not a problem document', { message: 'no' }, 500],
])('%s is a violation', async (_, body, status) => {
  expect(await violationsOf(body, status)).toEqual([expect.stringMatching(`^GET /items ${status}: `)])
})
