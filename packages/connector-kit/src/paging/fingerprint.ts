import { hash } from 'node:crypto'

/** A short name of a text, the same in every process: enough to tell the pages and rows of one run apart. */
export const fingerprint = (text: string): string => hash('sha256', text, 'base64url').slice(0, 11)
