import { z } from 'zod'
import type { Sealed as SealedText } from '../kernel/secret-box.ts'

/** A sealed secret in a stored document. */
export const Sealed = z.custom<SealedText>((value) => typeof value === 'string' && value.startsWith('v1:'), 'is no sealed secret')
