import type { EvaluatedRecord } from '../../api/mapping.ts'
import type { Mark } from '../../parts/state-mark/state-mark.tsx'

export const statusMarks: Readonly<Record<EvaluatedRecord['status'], Mark>> = { accepted: 'ok', filtered: 'idle', rejected: 'error' }
