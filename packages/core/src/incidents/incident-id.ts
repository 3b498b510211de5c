import { timedSuffix } from '../kernel/scoped-id.ts'

/** The id of an incident that was opened at `at`; `random` has six characters. */
export const incidentIdFor = (at: Date, random: string): string => `inc_${timedSuffix(at, random)}`
