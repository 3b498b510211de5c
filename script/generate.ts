import { writeFileSync } from 'node:fs'
import { generatedFiles } from './generated-files.ts'

/** Writes every file that is printed from the code; a test keeps them true. */
for (const [path, content] of Object.entries(await generatedFiles())) {
  writeFileSync(path, content)
  process.stdout.write(`${path}\n`)
}
