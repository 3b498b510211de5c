import Table from 'cli-table3'
import { type Finding, isMet, ratioOf, type Series, type Target } from './finding.ts'
import { median, spread } from './statistics.ts'

const digits = (value: number): number => (Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2)

/** A number with about three significant digits, which is what a measurement on a shared machine is good for. */
export const figure = (value: number): string =>
  Number.isNaN(value)
    ? '?'
    : value.toLocaleString('en', { minimumFractionDigits: digits(value), maximumFractionDigits: digits(value) }).replaceAll(',', ' ')

const targetText = (target: Target | null): string =>
  target === null ? '' : 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`

const resultText = (finding: Finding): string => ({ true: 'met', false: 'MISSED', null: '' })[String(isMet(finding)) as 'true']

const side = (series: Series | null, unit: string): string =>
  series === null ? '' : `${figure(median(series.rounds))} ${unit} ± ${Math.round(spread(series.rounds) * 50)} %  ${series.label}`

/** Renders the findings of all measurements. "± 5 %" means that all rounds lie within a band of ten percent of their median. */
export function resultTable(findings: Readonly<Record<string, readonly Finding[]>>): string {
  const table = new Table({ head: ['', 'ratio', 'target', '', 'what', 'product', 'baseline'], style: { head: [], border: [] } })
  for (const [letter, lines] of Object.entries(findings)) {
    for (const line of lines) {
      const ratio = line.baseline === null ? '' : figure(ratioOf(line))
      table.push([
        letter,
        ratio,
        targetText(line.target),
        resultText(line),
        line.what,
        side(line.product, line.unit),
        side(line.baseline, line.unit),
      ])
    }
  }
  return table.toString()
}
