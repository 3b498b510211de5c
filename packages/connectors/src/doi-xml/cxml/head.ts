import type { DocumentHead } from '../documents.ts'

/** What a message says about itself, before its request is read. */
export type CxmlHead = Omit<DocumentHead, 'orderId' | 'orderPayloadId'>
