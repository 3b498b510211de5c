import { logOptions } from '@linkspan/core'
import { type DestinationStream, type Logger, pino } from 'pino'

/** Creates the logger of this process, which writes one JSON object a line. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { ...logOptions('api'), level, timestamp: pino.stdTimeFunctions.isoTime }
  return destination ? pino(options, destination) : pino(options)
}
