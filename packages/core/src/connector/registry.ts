import {
  type ConnectionMethod,
  type Connector,
  type ConnectorChoice,
  type ConnectorRegistry,
  connectionMethods,
  type Provider,
  providers,
} from './connector.ts'
import { unmarkedSecrets } from './secret-fields.ts'

const serves = ({ method, providers }: Connector, provider: Provider, wanted: ConnectionMethod): boolean =>
  method === wanted && (providers === 'all' || providers.includes(provider))

/**
 * The registry of these connectors, derived from their declarations. The first of several that serve one provider by one method is its
 * default. Throws if two connectors claim the same, or if a credential field is called like a secret and not marked as one.
 */
export function createRegistry(connectors: readonly Connector[]): ConnectorRegistry {
  checkIds(connectors)
  const served = new Map<string, readonly Connector[]>()
  for (const provider of providers) {
    for (const method of connectionMethods) {
      const candidates = connectors.filter((connector) => serves(connector, provider, method))
      checkClaims(`${provider} by ${method}`, candidates)
      served.set(`${provider} ${method}`, candidates)
    }
  }
  const serving = (provider: Provider, method: ConnectionMethod) => served.get(`${provider} ${method}`) ?? []
  return {
    all: connectors,
    serving,
    find({ provider, connectionMethod, settings: { product } }) {
      const candidates = serving(provider, connectionMethod)
      return product === undefined ? candidates[0] : candidates.find((candidate) => candidate.product === product)
    },
  }
}

function checkIds(connectors: readonly Connector[]): void {
  for (const connector of connectors) {
    const { id } = connector
    if (connectors.filter((other) => other.id === id).length > 1) throw new Error(`Two connectors have the id "${id}"`)
    const unmarked = unmarkedSecrets(connector)
    if (unmarked.length > 0)
      throw new Error(`Connector "${id}": mark ${unmarked.join(', ')} with secret(), or list it in publicCredentials if it is not a secret`)
  }
}

/** Several connectors of one provider and method need different products. */
function checkClaims(claim: string, candidates: readonly Connector[]): void {
  if (candidates.length < 2) return
  const ids = candidates.map(({ id }) => id).join(', ')
  const products = candidates.flatMap(({ product }) => product ?? [])
  if (new Set(products).size < candidates.length) throw new Error(`${ids} all claim ${claim}: give each a product of its own`)
}

/** Why a registry finds no connector for a connection: the input field that is to be corrected, and a sentence for people. */
export function whyNoConnector(
  registry: ConnectorRegistry,
  { provider, connectionMethod, settings: { product } }: ConnectorChoice,
): { readonly path: string; readonly message: string } {
  const candidates = registry.serving(provider, connectionMethod)
  if (candidates.length === 0)
    return { path: 'provider', message: `No connector for provider ${provider} by method ${connectionMethod} is installed` }
  const known = candidates.flatMap((candidate) => candidate.product ?? [])
  const choice = known.length === 0 ? 'leave it out' : `known are ${known.join(', ')}`
  return {
    path: 'settings.product',
    message: `${JSON.stringify(product)} is no product of provider ${provider} by method ${connectionMethod}: ${choice}`,
  }
}
