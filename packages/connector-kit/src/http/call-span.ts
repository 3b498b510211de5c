import type { SpanStart } from '@linkspan/core/connector'

/** What may be an id, a key or a token in a path. */
const variable = /[\d%@=~]|^[^/]{33,}$/

/** The path of a URL without what varies from record to record: `/orders/4711/lines` becomes `/orders/{}/lines`. */
export const pathTemplate = (pathname: string): string =>
  pathname
    .replace(/\(.*$/, '({})')
    .split('/')
    .map((part) => (variable.test(part) && !/^v\d+(\.\d+)?$/.test(part) ? '{}' : part))
    .join('/')

/** The span of one HTTP call, by OpenTelemetry's conventions. It has neither the query nor, of the path, more than `template` says. */
export const callSpan = (method: string, { protocol, hostname, port }: URL, template: string): SpanStart => ({
  name: method,
  kind: 'client',
  attributes: {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    'url.scheme': protocol.slice(0, -1),
    'url.template': pathTemplate(template),
  },
})
