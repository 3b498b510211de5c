import { parse } from 'csv-parse'
import SftpClient from 'ssh2-sftp-client'
import { serveParent } from '../child.ts'

/** Streams a CSV file from an SFTP server through a parser and counts its rows. Validates and stores nothing. */
export interface CsvStreamRequest {
  readonly host: string
  readonly port: number
  readonly username: string
  readonly privateKey: string
  readonly path: string
}

serveParent(async ({ path, ...server }: CsvStreamRequest): Promise<number> => {
  const client = new SftpClient()
  await client.connect(server)
  try {
    let rows = 0
    const file = client.createReadStream(path)
    const closed = new Promise<void>((resolve) => file.once('close', () => resolve()))
    for await (const _ of file.pipe(parse({ columns: true, bom: true }))) rows += 1
    await closed
    return rows
  } finally {
    await client.end()
  }
})
