import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'

const deepest = 5

/** What a log says of an error: its name, code, words and causes. Other properties stay out, since clients hang commands and their arguments on errors. */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(error.stack && { stack: error.stack }),
    ...(error.cause !== undefined && depth < deepest && { cause: describeError(error.cause, depth + 1) }),
  }
}

const secretNames = ['authorization', 'cookie', '["set-cookie"]', '["x-api-key"]', 'apikey']
const at = (prefix: string) => secretNames.map((name) => (name.startsWith('[') ? `${prefix}${name}` : `${prefix}.${name}`))

const options: LoggerOptions = {
  base: { service: 'api' },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  serializers: { err: describeError, error: describeError },
  redact: { paths: [...at('headers'), ...at('*.headers')], censor: '[redacted]' },
}

/** The log of this process: one JSON object a line. */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  destination ? pino({ ...options, level }, destination) : pino({ ...options, level })
