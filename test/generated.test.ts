import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generatedFiles } from '../script/generated-files.ts'

test.each(Object.entries(await generatedFiles()))('%s is what the code prints: run "pnpm generate"', (path, content) => {
  expect(readFileSync(join(import.meta.dirname, '..', path), 'utf8')).toBe(content)
})
