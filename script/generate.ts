import { writeFileSync } from 'node:fs'
import { generatedFiles } from './generated-files.ts'

/** Writes every generated file. A test compares the files in the repository with this output. */
for (const [path, content] of Object.entries(await generatedFiles())) {
  writeFileSync(path, content)
  process.stdout.write(`${path}\n`)
}
