/** What the `Authorization` header of a request holds. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'basic'; readonly name: string; readonly secret: string }
  | { readonly kind: 'unreadable' }

/** Reads an `Authorization` header. */
export function readCredentials(header: string | undefined): Credentials {
  if (header === undefined || header.trim() === '') return { kind: 'none' }
  const [, scheme = '', value = ''] = /^\s*(\S+)\s+(\S+)\s*$/.exec(header) ?? []
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return { kind: 'bearer', token: value }
    case 'basic': {
      const text = Buffer.from(value, 'base64').toString('utf8')
      const colon = text.indexOf(':')
      return colon < 0 ? { kind: 'unreadable' } : { kind: 'basic', name: text.slice(0, colon), secret: text.slice(colon + 1) }
    }
    default:
      return { kind: 'unreadable' }
  }
}
