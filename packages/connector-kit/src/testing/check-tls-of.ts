import { type AppError, systemClock } from '@linkspan/core/connector'
import { checkTls } from '../http/check-tls.ts'

/** For a process of its own, since Node reads NODE_EXTRA_CA_CERTS at its start only: prints what `checkTls` says of each URL. */
const outbound = { allowPrivate: true }
const { signal } = new AbortController()
for (const url of process.argv.slice(2)) {
  const words = await checkTls({ url: new URL(url), timeoutMs: 5000, outbound, clock: systemClock, signal }).catch(
    (error: AppError) => `${error.code}: ${error.message} (${error.details.reason})`,
  )
  process.stdout.write(`${words}\n`)
}
