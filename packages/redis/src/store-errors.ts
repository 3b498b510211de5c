import { AppError } from '@linkspan/core'

const awayPattern =
  /Connection is closed|Stream isn't writeable|max retries per request|Command (timed out|aborted)|Socket (timeout|closed)|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH|LOADING|BUSY |READONLY|NOREPLICAS|TRYAGAIN|CLUSTERDOWN|MASTERDOWN|ClusterAllFailed|Too many Cluster redirections|Failed to refresh slots|OOM command|NOAUTH|WRONGPASS|NOPERM|MISCONF/

/** Turns an error that means that Redis is away, full, or refuses us into `store.unavailable`; returns any other as it is. */
export function toStoreError(thrown: unknown): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error)) return thrown
  if (![thrown, ...causesOf(thrown)].some(({ name, message }) => awayPattern.test(`${name} ${message}`))) return thrown
  return new AppError('store.unavailable', 'Redis does not answer, or cannot accept the command at the moment', { cause: thrown })
}

/** The errors for which Redis discarded a transaction. */
const causesOf = (error: Error): readonly Error[] => (error as { readonly previousErrors?: readonly Error[] }).previousErrors ?? []

/** The same port, but everything that its methods throw goes through `toStoreError`. */
export function mapStoreErrors<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const result: unknown = member.apply(target, args)
        return result instanceof Promise
          ? result.catch((thrown) => {
              throw toStoreError(thrown)
            })
          : isAsyncIterable(result)
            ? mapItemErrors(result)
            : result
      }
    },
  })
}

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

async function* mapItemErrors(items: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* items
  } catch (thrown) {
    throw toStoreError(thrown)
  }
}
