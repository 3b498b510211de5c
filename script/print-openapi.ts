import { describeApi } from './describe-api.ts'

const { openApi } = await describeApi()
process.stdout.write(`${JSON.stringify(openApi, null, 2)}\n`)
