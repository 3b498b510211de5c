import type { WriteRecorder } from '../../write-log.ts'
import { shownOf } from './answer-collection.ts'
import { BcError } from './bc-error.ts'
import { type BcStore, type Entity, etagOf, type Fields } from './bc-store.ts'
import { bookOrder, changeOrder } from './book-order.ts'

export interface OrderWriter {
  /** Creates an order. Like Business Central, it does not look for duplicates. */
  create(sent: Fields): Fields
  change(id: string, sent: Fields, version: string | undefined): Fields
  remove(id: string, version: string | undefined): void
}

export interface OrderWriterContext {
  readonly store: BcStore
  readonly recorder: WriteRecorder
  readonly nextNumber: () => string
  readonly leavesHalves: boolean
}

/** The answers show the header only, as Business Central's do. */
export function createOrderWriter({ store, recorder, nextNumber, leavesHalves }: OrderWriterContext): OrderWriter {
  const { salesOrders } = store

  function guarded(id: string, version: string | undefined): Entity {
    const order = salesOrders.get(id)
    if (!order) throw new BcError(404, 'BadRequest_ResourceNotFound', `Could not find the sales order with id ${id}.`)
    if (version === undefined) throw new BcError(400, 'BadRequest', 'The If-Match header is required.')
    if (version !== '*' && version !== etagOf(order))
      throw new BcError(409, 'Request_EntityChanged', 'Another user has already changed the record.')
    return order
  }

  /** With the first line alone, as a creation leaves it that is not one transaction. */
  function leaveHalf(sent: Fields): void {
    const [first] = Array.isArray(sent.salesOrderLines) ? sent.salesOrderLines : []
    salesOrders.put(bookOrder(store, { ...sent, salesOrderLines: first === undefined ? [] : [first] }, nextNumber()))
  }

  return {
    create(sent) {
      const reference = String(sent.externalDocumentNumber ?? '')
        .trim()
        .toUpperCase()
      const receipt = recorder.receive({ reference: reference === '' ? undefined : reference })
      try {
        const order = salesOrders.put(bookOrder(store, sent, nextNumber()))
        receipt.stored({ id: order.id, updatedAt: order.updatedAt })
        return shownOf(store, 'salesOrders', order)
      } catch (error) {
        if (error instanceof BcError) receipt.refused([error.message])
        if (error instanceof BcError && leavesHalves) leaveHalf(sent)
        throw error
      }
    },
    change(id, sent, version) {
      const order = salesOrders.put(changeOrder(guarded(id, version), sent))
      recorder.update(id, { by: 'api', changes: sent }, { id, updatedAt: order.updatedAt })
      return shownOf(store, 'salesOrders', order)
    },
    remove(id, version) {
      guarded(id, version)
      salesOrders.remove(id)
    },
  }
}
