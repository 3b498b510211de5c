import type { DataTypeId } from '../../records/data-types.ts'
import type { JourneyKind, JourneyState } from '../journey.ts'

/** What a sentence about an event can tell. */
export interface EventFacts {
  readonly message?: string | undefined
  readonly attempt?: number | undefined
  readonly reference?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly version?: number | undefined
  readonly seconds?: number | undefined
}

export interface JourneyTexts {
  readonly event: Readonly<Record<JourneyKind, (facts: EventFacts) => string>>
  readonly state: Readonly<Record<JourneyState, string>>
  /** What a customer calls such a record, with its name. */
  readonly called: Readonly<Record<DataTypeId, (name: string) => string>>
  readonly received: (called: string, time: string | null) => string
  /** In place of `received`, of what was deleted. */
  readonly had: (called: string) => string
  readonly customer: Readonly<Record<JourneyState, (time: string | null) => string>>
  /** In place of `customer.synced`, for what is no order. */
  readonly upToDate: (time: string | null) => string
  readonly orderStatus: (status: string) => string
  /** What ends the sentences, by the state. */
  readonly next: Readonly<Record<JourneyState, string>>
  readonly statuses: Readonly<Record<string, string>>
}
