interface Route {
  readonly config?: { readonly idempotent?: boolean } | undefined
}

interface Transformed {
  readonly schema: object
  readonly url: string
}

const header = {
  type: 'string',
  description: 'Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing.',
}

/** Adds the header `Idempotency-Key` to the schema of a route that heeds it. */
export function withIdempotencyKey<Result extends Transformed>({ config }: Route, transformed: Result): Result {
  if (config?.idempotent !== true) return transformed
  const { headers = {} } = transformed.schema as { headers?: { properties?: object } }
  const properties = { ...headers.properties, 'Idempotency-Key': header }
  return { ...transformed, schema: { ...transformed.schema, headers: { type: 'object', ...headers, properties } } }
}
