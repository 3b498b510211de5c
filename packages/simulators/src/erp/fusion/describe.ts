import { type Answer, json } from '../../exchange.ts'
import { type ResourceName, type Shape, shapeOf } from './resources.ts'

type Described = Readonly<Record<string, unknown>>

/** What `{resource}/describe` says: the attributes of a resource and of its children (docs/erp/oracle-fusion.md#describe). */
export function answerDescribe(name: ResourceName, unqueryable: readonly string[]): Answer {
  const described = (shape: Shape, path: string): Described => ({
    discrColumnType: false,
    attributes: shape.attributes.map((attribute) => ({
      name: attribute,
      type: 'string',
      updatable: false,
      mandatory: false,
      queryable: !unqueryable.includes(`${path}.${attribute}`),
    })),
    ...(shape.children && {
      children: Object.fromEntries(Object.entries(shape.children).map(([child, inner]) => [child, described(inner, `${path}.${child}`)])),
    }),
  })
  return json({ Resources: { [name]: described(shapeOf(name), name) } })
}
