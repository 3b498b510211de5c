import Table from 'cli-table3'

const colours = process.stdout.isTTY
const paint = (code: number, text: string): string => (colours ? `\u001b[${code}m${text}\u001b[0m` : text)
export const bold = (text: string): string => paint(1, text)
export const green = (text: string): string => paint(32, text)
export const red = (text: string): string => paint(31, text)
const dim = (text: string): string => paint(2, text)

export const say = (line = ''): void => void process.stdout.write(`${line}\n`)

/** Runs something, then prints its name and how long it took. */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now()
  const result = await work()
  say(`${green('✓')} ${name} ${dim(`${((performance.now() - begun) / 1000).toFixed(1)} s`)}`)
  return result
}

const width = 32
/** A progress bar. If the output is not a terminal, only its last state is printed. */
export function bar() {
  let line = ''
  return {
    show(percent: number, text: string) {
      const filled = Math.round((percent / 100) * width)
      line = `  ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(percent).padStart(3)} % ${text}`
      if (colours) process.stdout.write(`\r${line}\u001b[K`)
    },
    end: () => say(colours ? '' : line),
  }
}

const maxCell = 80
/** Breaks a long text between words, so that a table fits a terminal. */
const wrap = (text: string): string => text.replace(new RegExp(`(?![^\\n]{1,${maxCell}}$)([^\\n]{1,${maxCell}}) `, 'g'), '$1\n')

export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const drawn = new Table({ head: [...head], style: { head: [], border: [] } })
  drawn.push(...rows.map((row) => row.map(wrap)))
  say(drawn.toString())
}
