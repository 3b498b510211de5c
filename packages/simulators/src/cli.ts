import { parseArgs } from 'node:util'
import { startBusinessCentral } from './erp/business-central.ts'
import { startDoiPartner } from './erp/doi-partner.ts'
import { startFinanceOperations } from './erp/finance-operations.ts'
import { startNetSuite } from './erp/netsuite.ts'
import { startOracleFusion } from './erp/oracle-fusion.ts'
import { startRestErp } from './erp/rest.ts'
import { startSapOData } from './erp/sap-odata.ts'
import { startSuccessFactors } from './erp/successfactors.ts'
import { faultKinds } from './faults.ts'
import type { Simulator } from './serve.ts'

const usage = `pnpm sim <rest|sap-odata|business-central|oracle-fusion|successfactors|finance-operations|netsuite|doi> [--records 2000] [--orders 300] [--port 0] [--host 127.0.0.1] [--page-size 100] [--latency 0] [--seed text]
  rest only: [--idempotency none|header] [--locking none|optional|required]
  doi only: [--inbound URL]
`

interface Settings {
  readonly dataset: { readonly products: number; readonly orders: number; readonly seed?: string }
  readonly port: number
  readonly host: string
  readonly pageSize: number
  readonly latencyMs: number
  readonly idempotency: 'none' | 'header'
  readonly locking: 'none' | 'optional' | 'required'
  readonly inbound: string | undefined
}

interface Started {
  readonly simulator: Simulator
  /** What to print for the user: addresses and credentials. */
  readonly lines: readonly string[]
}

const starters: Record<string, (settings: Settings) => Promise<Started>> = {
  rest: async (settings) => {
    const key = 'demo-key'
    const simulator = await startRestErp({ ...settings, auth: { kind: 'bearer', token: key }, total: { field: 'total' } })
    const asked = `curl -H 'Authorization: Bearer ${key}' '${simulator.url}/products?limit=2'`
    const order = `{"ourReference":"W-1","customerId":"17100001","lines":[{"sku":"GS-1000001","quantity":"2"}]}`
    const sent = `curl -H 'Authorization: Bearer ${key}' -X POST '${simulator.url}/orders' -d '${order}'`
    const lines = [`REST ERP       ${simulator.url}`, `bearer token   ${key}`, `try            ${asked}`, `send an order  ${sent}`]
    return { simulator, lines }
  },
  'sap-odata': async (settings) => {
    const simulator = await startSapOData(settings)
    const { url, user, password, client } = simulator
    const asked = `curl -u '${user}:${password}' '${url}/sap/opu/odata/sap/API_PRODUCT_SRV/A_Product?$top=2&$format=json'`
    return {
      simulator,
      lines: [`SAP S/4HANA    ${url}`, `user           ${user} / ${password}, client ${client}`, `try            ${asked}`],
    }
  },
  successfactors: async (settings) => {
    const simulator = await startSuccessFactors(settings)
    const { url, companyId, user, password } = simulator
    const asked = `curl -u '${user}@${companyId}:${password}' '${url}/odata/v2/User?$format=json&$top=2'`
    return {
      simulator,
      lines: [`SuccessFactors ${url}, company ${companyId}`, `user           ${user} / ${password}`, `try            ${asked}`],
    }
  },
  'business-central': async (settings) => {
    const simulator = await startBusinessCentral(settings)
    const { url, tokenUrl, tenantId, clientId, clientSecret, user, key } = simulator
    return {
      simulator,
      lines: [
        `Business Central ${url}, tenant ${tenantId}, environment production`,
        `client         ${clientId} / ${clientSecret}, token URL ${tokenUrl}`,
        `on premises    ${url}/BC, ${user} / ${key}`,
        `try            curl -u '${user}:${key}' '${url}/BC/api/v2.0/companies'`,
      ],
    }
  },
  'oracle-fusion': async (settings) => {
    const simulator = await startOracleFusion(settings)
    const { url, tokenUrl, clientId, clientSecret, scope, user, password } = simulator
    const asked = `curl -u '${user}:${password}' '${url}/fscmRestApi/resources/11.13.18.05/itemsV2?limit=2&onlyData=true'`
    return {
      simulator,
      lines: [
        `Oracle Fusion  ${url}, master organization V1, source system WEB, business unit US1 Business Unit`,
        `user           ${user} / ${password}`,
        `client         ${clientId} / ${clientSecret}, token URL ${tokenUrl}, scope ${scope}`,
        `try            ${asked}`,
      ],
    }
  },
  'finance-operations': async (settings) => {
    const simulator = await startFinanceOperations(settings)
    const { url, tokenUrl, clientId, clientSecret } = simulator
    const token = `$(curl -s '${tokenUrl}' -d 'grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}&scope=${url}/.default' | sed 's/.*"access_token":"\\([^"]*\\).*/\\1/')`
    return {
      simulator,
      lines: [
        `Finance and Operations ${url}, legal entity usmf`,
        `client         ${clientId} / ${clientSecret}, token URL ${tokenUrl}`,
        `try            curl -H "Authorization: Bearer ${token}" '${url}/data/ReleasedProductsV2?cross-company=true&$top=2'`,
      ],
    }
  },
  netsuite: async (settings) => {
    const simulator = await startNetSuite(settings)
    const { url, accountId, clientId, certificateId, privateKey, tba, timeZone } = simulator
    return {
      simulator,
      lines: [
        `NetSuite       ${url}, account ${accountId}, time zone ${timeZone}`,
        `certificate    client ${clientId}, certificate ${certificateId}, private key`,
        privateKey.trim(),
        `token          ${tba.consumerKey} / ${tba.consumerSecret}, ${tba.tokenId} / ${tba.tokenSecret}`,
      ],
    }
  },
  doi: async ({ inbound, port, host, latencyMs }) => {
    const simulator = await startDoiPartner({ port, host, latencyMs, ...(inbound !== undefined && { inbound: { url: inbound } }) })
    const { url, user, password, sharedSecret, buyer, supplier } = simulator
    const lines = [
      `DOI partner    ${url}/orders`,
      `user           ${user} / ${password}, shared secret ${sharedSecret}`,
      `identities     ${buyer.domain} ${buyer.identity} orders from ${supplier.domain} ${supplier.identity}`,
      `send a notice  curl -X POST ${url}/_simulator/send -d '{"kind":"ship","orderId":"W-1","options":{"shipmentId":"S1"}}'`,
      `refuse one     curl -X POST ${url}/_simulator/statuses -d '{"code":"406","text":"Out of range"}'`,
    ]
    return { simulator, lines }
  },
}

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      records: { type: 'string', default: '2000' },
      orders: { type: 'string', default: '300' },
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      'page-size': { type: 'string', default: '100' },
      latency: { type: 'string', default: '0' },
      seed: { type: 'string' },
      idempotency: { type: 'string', default: 'none' },
      locking: { type: 'string', default: 'none' },
      inbound: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(usage)
  const start = Object.hasOwn(starters, positionals[0] ?? '') ? starters[positionals[0]!] : undefined
  if (!start) throw new Error(usage)
  const { simulator, lines } = await start({
    dataset: {
      products: number('records', values.records),
      orders: number('orders', values.orders),
      ...(values.seed !== undefined && { seed: values.seed }),
    },
    port: number('port', values.port),
    host: values.host,
    pageSize: number('page-size', values['page-size']),
    latencyMs: number('latency', values.latency),
    idempotency: oneOf('idempotency', values.idempotency, ['none', 'header']),
    locking: oneOf('locking', values.locking, ['none', 'optional', 'required']),
    inbound: values.inbound,
  })
  const control = `${simulator.url}/_simulator`
  const help = [
    ...lines,
    '',
    `add a fault    curl -X POST ${control}/faults -d '{"kind":"throttled","times":3,"retryAfterSeconds":2}'`,
    `clear faults   curl -X DELETE ${control}/faults`,
    `lose an answer curl -X POST ${control}/faults -d '{"kind":"drop-after-store","every":20}'`,
    `requests       curl ${control}/requests`,
    `writes         curl ${control}/writes and ${control}/writes/orders?reference=…`,
    `edit as a user curl -X PATCH ${control}/rows/products/1000000 -d '{"name":"New name"}'`,
    `kinds          ${faultKinds.join(', ')}`,
    '',
    'Press Ctrl-C to stop.',
  ]
  process.stdout.write(`${help.join('\n')}\n`)
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
  await simulator[Symbol.asyncDispose]()
}

function number(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a number.\n${usage}`)
  return Number(text)
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text)
  if (found === undefined) throw new Error(`--${name} must be one of ${allowed.join(', ')}.\n${usage}`)
  return found
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
