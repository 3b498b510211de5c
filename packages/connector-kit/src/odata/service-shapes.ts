import { type Logger, toAppError } from '@linkspan/core/connector'
import type { ErpHttp } from '../http/erp-http.ts'
import { type EntityShape, parseMetadata, type ServiceShape } from './metadata.ts'
import { withParameters } from './query.ts'

export interface ServiceShapes {
  /** What an entity set of a service has, by the `$metadata` below its root; undefined if that cannot be read or does not tell. */
  shapeOf(root: URL, set: string): Promise<EntityShape | undefined>
}

export interface ServiceShapesContext {
  readonly http: Pick<ErpHttp, 'call'>
  readonly parameters: ReadonlyMap<string, string>
  readonly logger: Logger
}

/**
 * What services have, read once for each. A service whose `$metadata` is refused, or is none, is one that does not tell; a failure that may
 * pass, and refused credentials, are thrown.
 */
export function createServiceShapes({ http, parameters, logger }: ServiceShapesContext): ServiceShapes {
  const asked = new Map<string, Promise<ServiceShape | null>>()

  async function read(root: URL): Promise<ServiceShape | null> {
    try {
      const { text } = await http.call(withParameters(new URL('$metadata', root), parameters), { headers: { accept: 'application/xml' } })
      return await parseMetadata(text)
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.kind !== 'setup' || error.code === 'setup.credentials-rejected') throw error
      logger.warn({ code: error.code, path: root.pathname }, 'A service gives no $metadata: only properties of the standard are asked for')
      return null
    }
  }

  return {
    async shapeOf(root, set) {
      const known = asked.get(root.href) ?? read(root)
      asked.set(root.href, known)
      known.catch(() => asked.delete(root.href))
      return (await known)?.get(set)
    },
  }
}
