import { logOptions, type Tracing } from '@linkspan/core'
import { type DestinationStream, type Logger, pino } from 'pino'

/** Creates the logger of this process, which writes one JSON object a line. */
export function createLogger(level: string, destination?: DestinationStream, tracing?: Tracing): Logger {
  const options = { ...logOptions('api', tracing), level, timestamp: pino.stdTimeFunctions.isoTime }
  return destination ? pino(options, destination) : pino(options)
}
