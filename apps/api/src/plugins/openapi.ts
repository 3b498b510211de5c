import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { version } from '@linkspan/core'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { addRecordSchemas } from '../http/record-schemas.ts'
import { describeProperties } from '../openapi/describe-properties.ts'
import { type Part, partOf } from '../openapi/document.ts'
import { withIdempotencyKey } from '../openapi/idempotency-key.ts'
import { addRequestExamples } from '../openapi/request-examples.ts'
import { addResponseHeaders } from '../openapi/response-headers.ts'
import { tidySchemas } from '../openapi/tidy.ts'

const description = `Connects a B2B commerce platform to its customers' ERPs.

Every route needs \`Authorization: Bearer <API key or JWT>\`. A viewer may read; an operator may also test, sync, retry and
cancel; an admin may do everything. Failures are problem documents (RFC 9457). Lists are arrays, newest first if they are
ordered by time; \`Link\` and \`X-Next-Cursor\` lead to the next page.`

export const tags = [
  { name: 'Connections', description: 'The ERPs, and how Linkspan reaches them.' },
  { name: 'Syncs', description: 'Start runs, watch them, and see the outcome for each record.' },
  { name: 'Records', description: 'The stored data: canonical records, the change feed, stock.' },
  { name: 'Conflicts', description: 'Records that both sides have changed, and which side wins.' },
  { name: 'Incidents', description: 'What is wrong, since when, and who acts.' },
  { name: 'Notifications', description: 'Who is told about incidents, by mail, chat or HTTP.' },
  { name: 'Assignments', description: 'Which client and which site use which ERP.' },
  { name: 'Mapping', description: 'What records look like, what a mapping can do, and what it makes of rows.' },
  { name: 'Schedules', description: 'When syncs start by themselves.' },
  { name: 'Webhooks', description: 'Where events are posted to as they happen.' },
  { name: 'Inbound', description: 'Documents that ERPs and partners send by themselves.' },
  { name: 'Administration', description: 'What can be connected, and who did what.' },
  { name: 'Health', description: 'For load balancers and monitors.' },
]

/** The name in plain letters, for the page's head and its icon. */
const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32" height="32"><text x="0" y="23" font-family="sans-serif" font-size="24" font-weight="bold" fill="#f5f7fa">Linkspan</text></svg>`

/** A partner's message is answered in the partner's own dialect: no schema of ours describes it. */
function addPartnerAnswer({ paths }: Part): void {
  for (const [path, item] of Object.entries(partOf(paths))) {
    if (!path.includes('/doi/')) continue
    const responses = partOf(partOf(partOf(item).post).responses)
    const description = 'The message was taken; cXML says in its own status if it was not.'
    responses['200'] = { description, content: { 'text/xml': { schema: { type: 'string' } } } }
  }
}

/** What all routes have in common. */
function finishDocument(document: Part): void {
  addPartnerAnswer(document)
  tidySchemas(document)
  describeProperties(document)
  addResponseHeaders(document)
  addRequestExamples(document)
}

/** Serves the OpenAPI document at `/openapi.json` and as a page at `/docs`. Both need no credentials, as they hold no data. */
export async function addOpenApi(app: FastifyInstance, hiddenMount: string, commit: string | null): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Linkspan',
        version,
        description,
        contact: { name: 'Whoever runs this installation' },
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
      return withIdempotencyKey(input.route, jsonSchemaTransform(input))
    },
    transformObject: (input) => {
      const document = jsonSchemaTransformObject(input)
      if (!('components' in document)) return document
      addRecordSchemas((document.components?.schemas ?? {}) as Parameters<typeof addRecordSchemas>[0])
      finishDocument(document as unknown as Part)
      return document
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: {
      title: 'Linkspan API',
      favicon: [{ filename: 'favicon.svg', rel: 'icon', type: 'image/svg+xml', sizes: 'any', content: logo }],
    },
    logo: { type: 'image/svg+xml', content: Buffer.from(logo), href: '/docs', target: '_self' },
    uiConfig: { persistAuthorization: false, validatorUrl: null },
  })

  let document: string | undefined
  app.get('/openapi.json', { schema: { hide: true } }, async (_, reply) => {
    document ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').send(document)
  })
  app.get('/', { schema: { hide: true } }, async (_, reply) => reply.redirect('/docs'))
}
