import { parse } from 'csv-parse'
import SftpClient from 'ssh2-sftp-client'
import { answerParent } from '../child.ts'

/** Streams a CSV file from an SFTP server through a parser, and counts its rows: nothing is looked at, and nothing stored. */
export interface CsvStreamQuestion {
  readonly host: string
  readonly port: number
  readonly username: string
  readonly privateKey: string
  readonly path: string
}

answerParent(async ({ path, ...server }: CsvStreamQuestion): Promise<number> => {
  const client = new SftpClient()
  await client.connect(server)
  try {
    let rows = 0
    for await (const _ of client.createReadStream(path).pipe(parse({ columns: true, bom: true }))) rows += 1
    return rows
  } finally {
    await client.end()
  }
})
