import jsonata from 'jsonata'
import { z } from 'zod'

const maxLength = 5000

/** A JSONata expression. If it cannot be parsed, the issue says at which character. */
export const Expression = z
  .string()
  .min(1, { abort: true })
  .max(maxLength, { abort: true })
  .superRefine((text, context) => {
    const fault = faultOf(text)
    if (fault !== null) context.addIssue({ code: 'custom', message: fault, input: text })
  })

/** Parses the expression without evaluating it. Returns what is wrong, or null. */
function faultOf(text: string): string | null {
  try {
    jsonata(text)
    return null
  } catch (thrown) {
    const { message, position } = thrown as Partial<jsonata.JsonataError>
    const place = typeof position === 'number' ? ` (at character ${position})` : ''
    return thrown instanceof RangeError ? 'is nested too deeply' : `is not a JSONata expression: ${message}${place}`
  }
}
