import { readFileSync } from 'node:fs'
import { openFor } from '@linkspan/connector-kit/testing/open-context'
import type { AppError } from '@linkspan/core/connector'
import { doiXml } from '../doi-xml/connector.ts'
import { rest } from '../rest/connector.ts'
import { sapOData } from '../sap-odata/connector.ts'

/**
 * For a process of its own, since Node reads NODE_EXTRA_CA_CERTS at its start only: prints what each connector gets from a server that wants
 * a client certificate, with one and without. Arguments: the server's URL, the files of the certificate and its key.
 */
const [url = '', certificateFile = '', keyFile = ''] = process.argv.slice(2)
const certificate = { clientCertificate: readFileSync(certificateFile, 'utf8'), clientKey: readFileSync(keyFile, 'utf8') }
const client = { clientId: 'i', clientSecret: 's', tokenUrl: `${url}/token` }
const resources = { products: { path: 'catalog.xml', rows: 'Catalog/Product', fields: { sku: '@sku' } } }
const connections = [
  [rest, { apiUrl: url }, {}],
  [rest, { apiUrl: url, ...client }, {}],
  [sapOData, { apiUrl: url }, {}],
  [sapOData, { apiUrl: url, ...client }, {}],
  [doiXml, { doiEndpoint: `${url}/orders`, doiUsername: 'u', doiPassword: 'p' }, { resources }],
] as const

async function attempt([connector, credentials, settings]: (typeof connections)[number], shown: object): Promise<string> {
  await using session = await openFor(connector, { credentials: { ...credentials, ...shown }, settings })
  const tls = await session
    .checks()
    .find(({ name }) => name === 'TCP/TLS')
    ?.run()
  const ids: string[] = []
  for await (const page of session.source('products').pages({ after: null, since: null })) ids.push(...page.records.map(({ id }) => id))
  return `${ids.join()} ${tls?.includes('certificate of localhost')}`
}

for (const connection of connections) {
  for (const shown of [certificate, {}]) {
    const outcome = await attempt(connection, shown).catch(({ code, message }: AppError) => `${code}: ${message}`)
    process.stdout.write(`${connection[0].id}: ${outcome}\n`)
  }
}
