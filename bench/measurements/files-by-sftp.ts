import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { type Sshd, startRedis, startSshd } from '@linkspan/simulators'
import type { CsvStreamRequest } from '../baselines/csv-stream.ts'
import { startChild } from '../child.ts'
import type { Measurement } from '../measurement.ts'
import { peakOf } from '../process-usage.ts'
import { caller, startProduct } from '../product.ts'
import { alternate, timed } from '../rounds.ts'

/** A large CSV file from a real SFTP server into records, compared with the bare libraries that store nothing. */
export const filesBySftp: Measurement = {
  title: 'A CSV file over SFTP',
  async run({ rounds, size }) {
    const rows = size(1_000_000, 50_000)
    await using redis = await startRedis()
    await using sshd = await startSshd()
    const { privateKey } = await sshd.authorize('ed25519')
    const path = await writeProducts(sshd, rows)
    await using bare = startChild<CsvStreamRequest, number>(new URL('../baselines/csv-stream.ts', import.meta.url))
    await using product = await startProduct(redis)
    const { host, port, username } = sshd
    const peaks: number[] = []

    const { baseline, product: ours } = await alternate(
      rounds,
      {
        async baseline() {
          let count = 0
          const ms = await timed(async () => {
            count = await bare.ask({ host, port, username, privateKey, path })
          })
          if (count !== rows) throw new Error(`${count} rows were read, not ${rows}`)
          return rows / (ms / 1000)
        },
        async product() {
          await using worker = await product.startWorker()
          const id = await connect()
          const ms = await timed(async () => product.succeeded((await product.start(id)).id))
          peaks.push(peakOf(worker.pid))
          const { totalRecordsProcessed } = await product.core.connections.statistics(id)
          if (totalRecordsProcessed !== rows) throw new Error(`${totalRecordsProcessed} records were stored, not ${rows}`)
          await product.core.connections.remove(caller, { id })
          return rows / (ms / 1000)
        },
      },
      { warmUp: false },
    )

    async function connect(): Promise<string> {
      const { connection } = await product.core.connections.create(caller, {
        name: 'Bench files',
        provider: 'Custom',
        connectionMethod: 'sftp',
        credentials: {
          sftpHost: host,
          sftpPort: port,
          sftpUsername: username,
          sftpPrivateKey: privateKey,
          sftpPath: sshd.folder,
          sftpHostFingerprint: sshd.fingerprint,
        },
        settings: { batchSize: 1000, enabledDataTypes: ['products'], complete: { by: 'immediately' }, after: 'leave' },
      })
      return connection.id
    }
    return {
      sizes: { rows },
      findings: [
        {
          what: 'rows',
          unit: 'rows/s',
          product: { label: 'into records', rounds: ours },
          baseline: { label: 'bare stream, nothing stored', rounds: baseline },
          target: null,
        },
        {
          what: 'peak resident memory of the worker',
          unit: 'MiB',
          product: { label: `${rows} rows`, rounds: peaks },
          baseline: null,
          target: null,
        },
      ],
    }
  },
}

async function writeProducts(sshd: Sshd, rows: number): Promise<string> {
  const path = join(sshd.folder, 'products.csv')
  const file = createWriteStream(path)
  file.write('sku,name,price,currency,category,active\n')
  for (let number = 0; number < rows; number += 1) {
    const line = `ART-${String(number).padStart(8, '0')},"Mug, number ${number}",${(number % 1000) / 10 + 1},EUR,mugs,true\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
  await sshd.own(path)
  return path
}
