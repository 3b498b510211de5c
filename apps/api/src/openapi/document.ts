/** A part of an OpenAPI document that these functions change in place. */
export type Part = Record<string, unknown>

export const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value)

export const partOf = (value: unknown): Part => (isPart(value) ? value : {})

const methods = ['get', 'post', 'put', 'patch', 'delete']

export interface Operation {
  readonly method: string
  readonly path: string
  readonly operation: Part
}

export const operationsOf = (document: Part): readonly Operation[] =>
  Object.entries(partOf(document.paths)).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = partOf(item)[method]
      return isPart(operation) ? [{ method, path, operation }] : []
    }),
  )

/** All objects in a part, itself first. */
export function* everyPart(value: unknown): Generator<Part> {
  if (Array.isArray(value)) for (const item of value) yield* everyPart(item)
  if (!isPart(value)) return
  yield value
  for (const inner of Object.values(value)) yield* everyPart(inner)
}
