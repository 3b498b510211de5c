import { readFileSync } from 'node:fs'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

const description = `Connects a B2B commerce platform to its customers' ERPs.

Every route wants \`Authorization: Bearer <API key or JWT>\`. A viewer reads; an operator also tests, syncs, retries and
cancels; an admin may do everything. Failures are problem documents (RFC 9457). Lists are arrays, newest first where time
orders them; \`Link\` and \`X-Next-Cursor\` lead to the next page.`

export const tags = [
  { name: 'Connections', description: 'Which ERPs there are and how they are reached.' },
  { name: 'Syncs', description: 'Start runs, watch them, see what became of each record.' },
  { name: 'Records', description: 'What we hold: canonical records, the change feed, stock.' },
  { name: 'Conflicts', description: 'What both sides have changed, and who wins.' },
  { name: 'Assignments', description: 'Which client and which site use which ERP.' },
  { name: 'Schedules', description: 'When syncs happen by themselves.' },
  { name: 'Inbound', description: 'What ERPs and partners send by themselves.' },
  { name: 'Administration', description: 'What can be connected, and who did what.' },
  { name: 'Health', description: 'For load balancers and monitors.' },
]

/** The document of all routes at `/openapi.json`, and its page at `/docs`. Both are open: they hold no data. */
export async function addOpenApi(app: FastifyInstance, hiddenMount: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Linkspan', version, description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      tags,
      security: [{ bearer: [] }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'An API key, or a signed JWT.' } } },
    },
    transform: (input) => {
      const isTwin = input.url.startsWith('/doi/') || (hiddenMount !== '' && input.url.startsWith(`${hiddenMount}/`))
      if (isTwin) return { schema: { hide: true }, url: input.url }
      return jsonSchemaTransform(input)
    },
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'Linkspan API' },
    uiConfig: { persistAuthorization: false, validatorUrl: null },
  })

  let document: string | undefined
  app.get('/openapi.json', { schema: { hide: true } }, async (_, reply) => {
    document ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').send(document)
  })
  app.get('/', { schema: { hide: true } }, async (_, reply) => reply.redirect('/docs'))
}
