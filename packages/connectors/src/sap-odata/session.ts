import type { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { clockCheck, endpointChecks } from '@linkspan/connector-kit/http/check-endpoint'
import { classify } from '@linkspan/connector-kit/http/classify'
import { createErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { checkedJson } from '@linkspan/connector-kit/http/error-in-answer'
import type { HttpRequest } from '@linkspan/connector-kit/http/http-client'
import { type HttpResponse, isSuccess } from '@linkspan/connector-kit/http/http-response'
import { createCsrf } from '@linkspan/connector-kit/odata/csrf'
import { decodeCollection } from '@linkspan/connector-kit/odata/decode'
import { withMissing, withParameters } from '@linkspan/connector-kit/odata/query'
import { createServiceShapes } from '@linkspan/connector-kit/odata/service-shapes'
import { AppError, type CheckStep, type DataTypeId, type OpenContext, type RecordSource, type Session } from '@linkspan/core/connector'
import { sapAuthorizers } from './authentication.ts'
import { sapChoices } from './choices.ts'
import { createOrderStatusSource } from './order-status-source.ts'
import { expandedWithPartners } from './partners.ts'
import { type Resource, resourceOf, type SapDataType, sapDataTypes } from './resources.ts'
import type { SapSettings } from './settings.ts'
import { deliveryItemsProperty, deliveryPartnersProperty } from './shipments.ts'
import { createOrderSink } from './sink.ts'
import { createSource } from './source.ts'

export interface SapSession extends Session {
  /** Sends a request that is no GET to the entity set of a data type, or to `path` below it (docs/erp/sap-s4hana.md#csrf-tokens). */
  send(dataType: DataTypeId, request: Omit<HttpRequest, 'url'>, path?: string): Promise<HttpResponse>
}

/** Each order of a page is looked for in deliveries: a page of a thousand would be far more calls than a connection test or a preview bears. */
const maxOrders = 100

const isServed = (dataType: DataTypeId): dataType is SapDataType => (sapDataTypes as readonly string[]).includes(dataType)

export async function openSapSession(context: OpenContext<SapSettings, ApiCredentials>): Promise<SapSession> {
  const { settings, credentials, enabledDataTypes, clock, logger, timeoutMs, outbound, signal, pageSize } = context
  const { apiUrl } = credentials
  const authorizers = sapAuthorizers(context)
  const http = createErpHttp(context, { apiUrl, authorizers, maxResponseBytes: settings.maxResponseBytes })
  const parameters = parametersOf(settings, apiUrl)
  const v2Headers = { accept: 'application/json' }
  const v4Headers = { accept: 'application/json;IEEE754Compatible=true', prefer: `odata.maxpagesize=${pageSize}` }
  const headersOf = ({ version }: Pick<Resource, 'version'>) => (version === 'v2' ? v2Headers : v4Headers)
  const windowSizeOf = ({ version }: Pick<Resource, 'version'>) => (settings.clientPaging && version === 'v2' ? pageSize : undefined)
  const shapes = createServiceShapes({ http, parameters, logger })
  const sendWrite = createCsrf(http, v2Headers, clock)

  const find = (dataType: DataTypeId): { readonly dataType: SapDataType; readonly resource: Resource } => {
    if (isServed(dataType)) return { dataType, resource: resourceOf(dataType, settings, apiUrl) }
    throw new AppError('connection.not-capable', `SAP S/4HANA (OData) does not offer ${dataType}`)
  }

  function orderStatusSource(deliveries: Resource): RecordSource {
    const shape = () => shapes.shapeOf(deliveries.root, deliveries.url.pathname.split('/').at(-1) ?? '')
    return createOrderStatusSource({
      http,
      headersOf,
      parameters,
      orders: resourceOf('orders', settings, apiUrl),
      deliveries,
      settings: settings.deliveries,
      expandedDelivery: async () => {
        const links = (await shape())?.links
        const hasPartners = links === undefined || links.size === 0 || links.has(deliveryPartnersProperty)
        return [deliveryItemsProperty, ...(hasPartners ? [deliveryPartnersProperty] : [])]
      },
      hasDeliveryTime: async () => (await shape())?.properties.has('LastChangeDateTime') ?? false,
      windowSize: Math.min(pageSize, maxOrders),
      deltaByCreationToo: settings.deltaByCreationToo,
      clock,
    })
  }

  const signIn: CheckStep = {
    name: 'Authentication',
    essential: true,
    async run() {
      const { resource } = find(enabledDataTypes.find(isServed) ?? 'products')
      const url = withParameters(resource.url, new Map([['$top', '1'], ...parameters]))
      const response = await http.call(url, { headers: headersOf(resource) })
      decodeCollection(checkedJson(response), response.place)
      return `SAP accepts the credentials, and ${resource.url.pathname.split('/').at(-1)} answers`
    },
  }

  return {
    checks: () => [
      ...endpointChecks({ url: new URL(apiUrl), timeoutMs, outbound, clock, signal, tls: authorizers.find(({ tls }) => tls)?.tls }),
      signIn,
      clockCheck(clock, http.lastServerTime),
    ],
    source(requested) {
      const { dataType, resource } = find(requested)
      if (dataType === 'order_status') return orderStatusSource(resource)
      return createSource(dataType, {
        http,
        resource,
        headers: headersOf(resource),
        parameters,
        language: settings.sapLanguage,
        now: () => clock.now(),
        settings,
        windowSize: windowSizeOf(resource),
        deltaByCreationToo: settings.deltaByCreationToo,
        expandedOrder: () => expandedWithPartners(resource, shapes),
      })
    },
    sink(requested) {
      if (requested !== 'orders') throw new AppError('connection.not-capable', `SAP S/4HANA (OData) takes no ${requested}`)
      const { resource } = find(requested)
      return createOrderSink({ http, sendWrite, resource, headers: headersOf(resource), parameters, settings, clock, logger })
    },
    choices: (field) => sapChoices(field, (dataType) => resourceOf(dataType, settings, apiUrl), { http, headersOf, parameters }),
    async send(requested, request, path = '') {
      const { resource } = find(requested)
      const url = new URL(resource.url)
      url.pathname = `${url.pathname}${path}`
      const response = await sendWrite(withMissing(resource.root, parameters), withMissing(url, parameters), request)
      const { place, status, headers, text } = response
      if (isSuccess(response)) return response
      throw classify({ place, path: url.pathname, status, headers, body: text }, clock)
    },
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}

/**
 * What every request carries: the client, the language (docs/erp/sap-s4hana.md#client-and-language), and the query of the connection's URL.
 */
function parametersOf({ sapClient, sapLanguage }: SapSettings, apiUrl: string): ReadonlyMap<string, string> {
  const own: readonly (readonly [string, string])[] = [
    ...(sapClient === undefined ? [] : [['sap-client', sapClient] as const]),
    ['sap-language', sapLanguage.toUpperCase()],
  ]
  return new Map([...new URL(apiUrl).searchParams, ...own])
}
