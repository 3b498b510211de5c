import { parseArgs } from 'node:util'
import { runChaos } from './chaos.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** A whole number above 0 among the arguments; anything else ends the program with 2. */
function numberOf(name: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  say(`--${name} must be a whole number above 0, not "${text}"`)
  process.exit(2)
}

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string' }, limit: { type: 'string', default: '20' } },
})
const seed = numberOf('seed', values.seed ?? String(1 + Math.floor(Math.random() * 1_000_000)))
const kills = numberOf('kills', values.kills)
const limitMinutes = numberOf('limit', values.limit)

const stopping = new AbortController()
const overdue = setTimeout(() => stopping.abort(`${limitMinutes} minutes are over`), limitMinutes * 60_000)
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort(name))

say(`seed ${seed}, ${kills} kills, at most ${limitMinutes} minutes`)
const { differences, endings, ...figures } = await runChaos({ seed, kills, tell: say, signal: stopping.signal })
clearTimeout(overdue)
say(
  `${figures.orders} orders; ${figures.killed} workers killed, ${figures.frozen} frozen, Redis killed ${figures.redisKilled} times and ` +
    `restarted ${figures.redisRestarted} times; ${figures.seconds.toFixed(0)} s`,
)
const ends = Object.entries(endings).map(([name, count]) => `${count} ${name}`)
say(`Runs: ${ends.join(', ')}`)
for (const difference of differences) say(`WRONG  ${difference}`)
say(differences.length === 0 ? 'All is there, once.' : `Again with: pnpm chaos --kills ${kills} --seed ${seed}`)
process.exit(differences.length === 0 ? 0 : 1)
