const maxCauses = 5

/** An error for the log: name, code, message, stack and causes. Other properties are left out: Redis clients attach commands with their arguments. */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(error.stack && { stack: error.stack }),
    ...(error.cause !== undefined && depth < maxCauses && { cause: describeError(error.cause, depth + 1) }),
  }
}

const secretNames = ['authorization', 'cookie', '["set-cookie"]', '["x-api-key"]', 'apikey']
const at = (prefix: string) => secretNames.map((name) => (name.startsWith('[') ? `${prefix}${name}` : `${prefix}.${name}`))

/** The pino options of every process: one JSON object a line, levels by name, no credentials. */
export const logOptions = (service: string) => ({
  base: { service },
  formatters: { level: (level: string) => ({ level }) },
  serializers: { err: describeError, error: describeError },
  redact: { paths: [...at('headers'), ...at('*.headers')], censor: '[redacted]' },
})
