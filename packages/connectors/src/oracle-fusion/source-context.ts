import { overlapped } from '@linkspan/connector-kit/paging/time-window'
import type { Clock, Logger } from '@linkspan/core/connector'
import type { Organizations } from './organizations.ts'
import type { Plans } from './plans.ts'
import type { Reader } from './reader.ts'
import type { FusionSettings } from './settings.ts'

/** What the sources of a session read with. */
export interface SourceContext {
  readonly reader: Reader
  readonly plans: Plans
  readonly organizations: Organizations
  readonly settings: FusionSettings
  readonly clock: Clock
  readonly logger: Logger
}

/** Beside the five minutes that the platform goes back by default (docs/erp/oracle-fusion.md#changes). */
const overlapMs = 5 * 60_000

/** The time to ask from, so that changes are found that Fusion has written late. */
export const askedFrom = (since: string | null): string | null => (since === null ? null : overlapped(since, overlapMs))
