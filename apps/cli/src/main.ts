#!/usr/bin/env node
import { createInterface } from 'node:readline/promises'
import { run } from './run.ts'

async function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await lines.question(question)
  lines.close()
  return answer.trim() === 'yes'
}

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  ask: process.stdin.isTTY ? ask : null,
})
