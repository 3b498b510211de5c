/** How many bytes a process holds at the same time, shared by all who open an account. */
export interface ByteBudget {
  readonly maxBytes: number
  open(): ByteAccount
}

/** What one session holds. Disposing it gives everything back. */
export interface ByteAccount extends Disposable {
  /**
   * Makes the account hold `bytes` in place of what it held. If it needs more than there is, it waits, first come first served. If all
   * who hold something wait, the first goes on all the same, so that they do not wait for each other for ever. Rejects with the
   * signal's reason if it aborts.
   */
  hold(bytes: number, signal: AbortSignal): Promise<void>
  /** Gives everything back. */
  release(): void
}

interface Account {
  held: number
}

interface Waiter {
  readonly account: Account
  readonly bytes: number
  readonly go: () => void
}

export function createByteBudget(maxBytes: number): ByteBudget {
  const accounts = new Set<Account>()
  const waiting: Waiter[] = []

  const used = (): number => [...accounts].reduce((sum, { held }) => sum + held, 0)
  const fits = ({ account, bytes }: Pick<Waiter, 'account' | 'bytes'>): boolean => used() - account.held + bytes <= maxBytes
  const allHoldersWait = (): boolean => [...accounts].every((one) => one.held === 0 || waiting.some(({ account }) => account === one))

  const admit = (): void => {
    for (let first = waiting[0]; first && (fits(first) || allHoldersWait()); first = waiting[0]) {
      waiting.shift()
      first.account.held = first.bytes
      first.go()
    }
  }

  function wait(account: Account, bytes: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        waiting.splice(waiting.indexOf(waiter), 1)
        reject(signal.reason)
        admit()
      }
      const go = () => {
        signal.removeEventListener('abort', stop)
        resolve()
      }
      const waiter = { account, bytes, go }
      signal.addEventListener('abort', stop, { once: true })
      waiting.push(waiter)
      admit()
    })
  }

  return {
    maxBytes,
    open() {
      const account: Account = { held: 0 }
      accounts.add(account)
      const hold = (bytes: number) => {
        account.held = bytes
        admit()
      }
      return {
        async hold(bytes, signal) {
          signal.throwIfAborted()
          if (bytes <= account.held || (waiting.length === 0 && fits({ account, bytes }))) hold(bytes)
          else await wait(account, bytes, signal)
        },
        release: () => hold(0),
        [Symbol.dispose]() {
          accounts.delete(account)
          admit()
        },
      }
    },
  }
}
