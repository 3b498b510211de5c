import { byRule, type Rule } from './rules.ts'

const rules: readonly Rule[] = [
  [/^circuit open$/, () => 'Mit dem ERP ließ sich nicht arbeiten'],
  [/^It was switched off before it ran$/, () => 'Er wurde abgeschaltet, bevor er lief'],
  [/^Its schedule was changed before it ran$/, () => 'Der Zeitplan wurde geändert, bevor er lief'],
  [/^Its schedule was paused until (.+)$/, (at) => `Der Zeitplan war bis ${at} angehalten`],
  [/^The connection was "(.+)"$/, (status) => `Die Verbindung war „${status}“`],
]

/** Why a due time was skipped, in German. A reason of an earlier version stays as it is. */
export const germanSkipReason = (reason: string): string => byRule(rules, reason) ?? reason
