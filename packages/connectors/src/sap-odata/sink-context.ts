import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { SendWrite } from '@linkspan/connector-kit/odata/csrf'
import type { Clock, Logger } from '@linkspan/core/connector'
import type { Resource } from './resources.ts'
import type { SapSettings } from './settings.ts'

/** What orders are written and looked for with. */
export interface SinkContext {
  readonly http: Pick<ErpHttp, 'call' | 'exchange'>
  readonly sendWrite: SendWrite
  readonly resource: Resource
  readonly headers: Readonly<Record<string, string>>
  readonly parameters: ReadonlyMap<string, string>
  readonly settings: SapSettings
  readonly clock: Clock
  readonly logger: Logger
}
