import { silentLogger } from '@linkspan/core'
import { createCallLimit } from '@linkspan/core/testing'
import { connect } from '../client.ts'
import { redisRateLimiter } from '../connections/rate-limiter.ts'
import { createKeys } from '../keys.ts'

/** A worker that takes the only permit of a connection, says so, and holds it until it is killed. */
const [url = '', connectionId = '', leaseMs = ''] = process.argv.slice(2)
const limiter = redisRateLimiter(connect({ kind: 'single', url }, 'wait', silentLogger), createKeys(''), Number(leaseMs))
const connector = { rateLimit: { max: 1000, perMs: 1000, concurrency: 1 } }
await createCallLimit({ id: connectionId, settings: {} }, connector, limiter, new AbortController().signal)()
console.log('held')
