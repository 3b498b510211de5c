import { setTimeout as delay } from 'node:timers/promises'
import { build } from '../test/stack/build.ts'
import { readArguments, usage } from './arguments.ts'
import { runChaos } from './chaos.ts'
import { reasonOf } from './endings.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const parsed = readArguments(process.argv.slice(2))
if (typeof parsed === 'string') {
  process.stderr.write(`${parsed}\n${usage}\n`)
  process.exit(2)
}
const { seed, kills, limitMinutes, conditions } = parsed

const stopping = new AbortController()
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const
let exitCode: number | null = null
for (const [name, code] of Object.entries(exitCodes))
  process.on(name, () => {
    if (exitCode === null) say(`${name}: stopping all processes`)
    exitCode ??= code
    stopping.abort(`stopped by ${name}`)
  })
delay(limitMinutes * 60_000, undefined, { ref: false }).then(() => stopping.abort(`stopped after the limit of ${limitMinutes} minutes`))

build()
say(`seed ${seed}, ${kills} kills, at most ${limitMinutes} minutes`)
const { differences, endings, ...figures } = await runChaos({ seed, kills, conditions, report: say, signal: stopping.signal })
if (exitCode !== null) process.exit(exitCode)
say(
  `${figures.orders} orders, ${figures.tombstones} tombstones; workers killed: ${figures.killed}, frozen: ${figures.frozen}; ` +
    `Redis killed: ${figures.redisKilled}, restarted: ${figures.redisRestarted}, failed over: ${figures.redisFailedOver}; orders written again: ${figures.writtenAgain}; ${figures.seconds.toFixed(0)} s`,
)
for (const [code, count] of Object.entries(endings)) say(`${String(count).padStart(6)} runs  ${code.padEnd(22)} ${reasonOf(code)}`)
for (const difference of differences) say(`WRONG  ${difference}`)
say(differences.length === 0 ? 'No differences.' : `Repeat with the same arguments and --seed ${seed}`)
process.exit(differences.length === 0 ? 0 : 1)
