import { type AppError, toAppError } from '@linkspan/core/connector'
import { type Attributes, type DescribeContext, describe } from './describe.ts'
import type { FusionPage, Reading } from './reader.ts'

/** A reading in the order in which rows change. */
export interface TimedReading extends Reading {
  /** The attribute that should tell when a row changed; absent if rows have no such time. */
  readonly time?: string
  /** The attribute that rows are known by, and that orders those of the same time; absent if only the whole row tells. */
  readonly id?: string
  /** Read for changes only if the tenant cannot be asked for those of the reading before. */
  readonly isSubstitute?: true
}

/** How the tenant lets a resource be read. */
export interface Plan {
  /** The attribute that tells when a row changed; null if the tenant has none, or none that can be asked for by. */
  readonly time: string | null
  readonly fields: readonly string[] | undefined
  /** The order that the reading wants, as far as the tenant can give it. */
  readonly orderBy: readonly string[] | undefined
}

export interface Plans {
  /**
   * Asks as the tenant lets the resource be read. What that is is found out with the first request: if the usual attributes are refused,
   * those that the tenant describes are tried, and at last none. Throws the first refusal if all are refused.
   */
  ask(reading: TimedReading, askWith: (plan: Plan) => Promise<FusionPage>): Promise<{ readonly page: FusionPage; readonly plan: Plan }>
}

export function createPlans(context: DescribeContext): Plans {
  const known = new Map<string, Plan>()

  async function* plansFor(reading: TimedReading): AsyncGenerator<Plan> {
    const { api, resource, fields, orderBy } = reading
    const time = reading.time ?? null
    yield { time, fields, orderBy }
    const described = await describe(api, resource, context)
    const there = described && fields ? fields.filter((name) => described.has(name)) : fields
    const order = described ? orderBy?.filter((part) => described.get(part.split(':')[0] ?? '')?.isQueryable) : orderBy?.slice(0, 2)
    const changed = described && changeTimeIn(described)
    if (changed && time !== null) yield { time: changed, fields: there, orderBy: order }
    if (time !== null || there?.length !== fields?.length || order?.length !== orderBy?.length)
      yield { time: null, fields: there, orderBy: order }
  }

  return {
    async ask(reading, askWith) {
      const key = `${reading.resource} ${reading.time}`
      const plan = known.get(key)
      if (plan) return { page: await askWith(plan), plan }
      let refusal: AppError | undefined
      for await (const candidate of plansFor(reading)) {
        try {
          const page = await askWith(candidate)
          known.set(key, candidate)
          if (refusal)
            context.logger.warn(
              { resource: reading.resource, ...candidate },
              'Fusion refuses the usual query: the resource is read in another way',
            )
          return { page, plan: candidate }
        } catch (thrown) {
          const error = toAppError(thrown)
          if (error.code !== 'setup.request-refused') throw error
          refusal ??= error
        }
      }
      throw refusal
    },
  }
}

/** The attribute that is called like the time of the last change, and can be asked for by. */
const changeTimeIn = (attributes: Attributes): string | undefined =>
  [...attributes].find(([name, { isQueryable }]) => isQueryable && /^Last_?Updated?_?(Date|On)/i.test(name))?.[0]
