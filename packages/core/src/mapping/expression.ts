import jsonata from 'jsonata'
import { z } from 'zod'

const longest = 5000

/** JSONata. What cannot be read is refused with the place where reading stopped. */
export const Expression = z
  .string()
  .min(1, { abort: true })
  .max(longest, { abort: true })
  .superRefine((text, context) => {
    const fault = faultOf(text)
    if (fault !== null) context.addIssue({ code: 'custom', message: fault, input: text })
  })

/** Reading an expression works nothing out. */
function faultOf(text: string): string | null {
  try {
    jsonata(text)
    return null
  } catch (thrown) {
    const { message, position } = thrown as Partial<jsonata.JsonataError>
    const place = typeof position === 'number' ? ` (at character ${position})` : ''
    return thrown instanceof RangeError ? 'is nested too deep' : `is no JSONata expression: ${message}${place}`
  }
}
