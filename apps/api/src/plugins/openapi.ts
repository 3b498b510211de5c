import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { version } from '@linkspan/core'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { addRecordSchemas } from '../http/record-schemas.ts'

const description = `Connects a B2B commerce platform to its customers' ERPs.

Every route needs \`Authorization: Bearer <API key or JWT>\`. A viewer may read; an operator may also test, sync, retry and
cancel; an admin may do everything. Failures are problem documents (RFC 9457). Lists are arrays, newest first if they are
ordered by time; \`Link\` and \`X-Next-Cursor\` lead to the next page.`

export const tags = [
  { name: 'Connections', description: 'The ERPs, and how Linkspan reaches them.' },
  { name: 'Syncs', description: 'Start runs, watch them, and see the outcome for each record.' },
  { name: 'Records', description: 'The stored data: canonical records, the change feed, stock.' },
  { name: 'Conflicts', description: 'Records that both sides have changed, and which side wins.' },
  { name: 'Assignments', description: 'Which client and which site use which ERP.' },
  { name: 'Schedules', description: 'When syncs start by themselves.' },
  { name: 'Inbound', description: 'Documents that ERPs and partners send by themselves.' },
  { name: 'Administration', description: 'What can be connected, and who did what.' },
  { name: 'Health', description: 'For load balancers and monitors.' },
]

/** Serves the OpenAPI document at `/openapi.json` and as a page at `/docs`. Both need no credentials, as they hold no data. */
export async function addOpenApi(app: FastifyInstance, hiddenMount: string, commit: string | null): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Linkspan',
        version,
        description,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        ...(commit !== null && { 'x-commit': commit }),
      },
      servers: [{ url: '/', description: 'This installation.' }],
      tags,
      security: [{ bearer: [] }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'An API key, or a signed JWT.' } } },
    },
    transform: (input) => {
      const isTwin = /^\/(?:doi|webhooks)\//.test(input.url) || (hiddenMount !== '' && input.url.startsWith(`${hiddenMount}/`))
      if (isTwin) return { schema: { hide: true }, url: input.url }
      return jsonSchemaTransform(input)
    },
    transformObject: (input) => {
      const document = jsonSchemaTransformObject(input)
      if ('components' in document) addRecordSchemas((document.components?.schemas ?? {}) as Parameters<typeof addRecordSchemas>[0])
      return document
    },
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
