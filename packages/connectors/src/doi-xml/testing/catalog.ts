import { basicCredentials, startServer, text } from '@linkspan/simulators'

export interface CatalogItem {
  readonly sku: string
  readonly name: string
  readonly price: string
  readonly updatedAt: string
}

/** A partner's endpoint that gives a catalogue as one XML document, behind HTTP Basic. */
export const startCatalog = (items: readonly CatalogItem[], { user, password }: { readonly user: string; readonly password: string }) =>
  startServer({
    routes: [
      {
        method: 'GET',
        path: '/catalog',
        answer(exchange) {
          const given = basicCredentials(exchange.headers.authorization)
          if (given?.user !== user || given.password !== password) return text('Unauthorized', 'text/plain', { status: 401 })
          const spoilt = exchange.takeFault('invalid-records')?.records ?? 0
          const rows = items.map(({ sku, name, price, updatedAt }, at) => {
            const [shownSku, shownPrice] = [at === 0 && spoilt > 0 ? '' : sku, at === 1 && spoilt > 1 ? 'abc' : price]
            return `<Product><Sku>${shownSku}</Sku><Name>${name}</Name><Price>${shownPrice}</Price><UpdatedAt>${updatedAt}</UpdatedAt></Product>`
          })
          return text(`<?xml version="1.0" encoding="UTF-8"?>\n<Catalog>\n${rows.join('\n')}\n</Catalog>\n`, 'text/xml; charset=UTF-8')
        },
      },
    ],
  })
