import { type Operation, operationsOf, type Part, partOf } from './document.ts'
import { guideExamples } from './guide-examples.ts'

/** The commands of the guide that call an operation: `POST /erp/connections/{id}/sync`. */
function examplesFor({ method, path }: Operation): readonly unknown[] {
  const own = path.replace(/^\/api\/v1/, '').replace(/-?\/?enhanced$/, '')
  const pattern = new RegExp(`^${own.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`)
  return guideExamples.filter((example) => example.method === method.toUpperCase() && pattern.test(example.path)).map(({ body }) => body)
}

/** Adds the bodies of the API guide to the requests as examples: a test runs each of them. */
export function addRequestExamples(document: Part): void {
  for (const operation of operationsOf(document)) {
    const json = partOf(partOf(partOf(operation.operation.requestBody).content)['application/json'])
    const [first, ...others] = examplesFor(operation)
    if (json.schema === undefined || first === undefined) continue
    if (others.length === 0) json.example = first
    else json.examples = Object.fromEntries([first, ...others].map((value, at) => [`guide-${at + 1}`, { value }]))
  }
}
