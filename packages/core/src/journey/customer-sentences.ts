import type { Language } from '../kernel/language.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { ERPJourney } from './journey.ts'
import type { JourneyTexts } from './texts/texts.ts'

interface Told {
  readonly dataType: DataTypeId
  readonly name: string
  readonly state: ERPJourney['state']
  /** When the record was first seen here; null if that is not known. */
  readonly firstAt: string | null
  /** The canonical status that the order shows; undefined for anything else. */
  readonly orderStatus: string | undefined
}

/** Three sentences for a customer. Times are in UTC, and say so. */
export function customerSentences(
  { dataType, name, state, firstAt, orderStatus }: Told,
  texts: JourneyTexts,
  language: Language,
): string[] {
  const time = (at: string | null | undefined) => (at ? printTime(at, language) : null)
  const called = texts.called[dataType](name)
  const status = orderStatus === undefined ? undefined : texts.statuses[orderStatus]
  return [
    state.status === 'deleted' ? texts.had(called) : texts.received(called, time(firstAt)),
    dataType !== 'orders' && dataType !== 'order_status' && state.status === 'synced'
      ? texts.upToDate(time(state.since))
      : texts.customer[state.status](time(state.since)),
    status === undefined || state.status === 'deleted' ? texts.next[state.status] : texts.orderStatus(status),
  ]
}

const printTime = (at: string, language: Language): string => {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const
  return `${new Date(at).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', options)} UTC`
}
