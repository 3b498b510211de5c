import { AppError } from '@linkspan/core'

const awayPattern =
  /Connection is closed|Stream isn't writeable|max retries per request|Command (timed out|aborted)|Socket (timeout|closed)|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH|LOADING|BUSY |READONLY|NOREPLICAS|TRYAGAIN|CLUSTERDOWN|MASTERDOWN|ClusterAllFailed|Failed to refresh slots|OOM command|NOAUTH|WRONGPASS|NOPERM|MISCONF/

/** Names the failures that mean "Redis is away, full, or refuses us"; all else stays what it is. */
export function toStoreError(thrown: unknown): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error)) return thrown
  if (![thrown, ...causesOf(thrown)].some(({ name, message }) => awayPattern.test(`${name} ${message}`))) return thrown
  return new AppError('store.unavailable', 'Redis does not answer, or does not take it at the moment', { cause: thrown })
}

/** Why Redis discarded a transaction. */
const causesOf = (error: Error): readonly Error[] => (error as { readonly previousErrors?: readonly Error[] }).previousErrors ?? []

/** The same port, whose failures are named by `toStoreError`. */
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
            ? guardedItems(result)
            : result
      }
    },
  })
}

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

async function* guardedItems(items: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* items
  } catch (thrown) {
    throw toStoreError(thrown)
  }
}
