import type { DocumentHead } from '../documents.ts'

/** What a document says about itself, apart from the orders in it. */
export type UblHead = Omit<DocumentHead, 'orderId' | 'orderPayloadId'>
