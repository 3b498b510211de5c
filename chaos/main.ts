import { parseArgs } from 'node:util'
import { runChaos } from './chaos.ts'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
const kills = Number(values.kills)
const say = (line: string) => process.stdout.write(`${line}\n`)

say(`seed ${seed}, ${kills} kills`)
const { differences, ...figures } = await runChaos({ seed, kills, tell: say })
say(
  `${figures.orders} orders; ${figures.killed} workers killed, ${figures.frozen} frozen, Redis restarted ${figures.restarts} times; ${figures.seconds.toFixed(0)} s`,
)
for (const difference of differences) say(`WRONG  ${difference}`)
say(differences.length === 0 ? 'All is there, once.' : `Again with: pnpm chaos --kills ${kills} --seed ${seed}`)
process.exit(differences.length === 0 ? 0 : 1)
