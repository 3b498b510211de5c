import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import { startSshd } from '@linkspan/simulators'
import { afterAll } from 'vitest'
import { sftp } from './connector.ts'
import { sftpFixtures } from './testing/contract-fixture.ts'

const sshd = startSshd()
afterAll(async () => (await sshd)[Symbol.asyncDispose]())

const because = (reason: string, ...tests: readonly string[]) => tests.map((test) => ({ test, reason }))

describeConnector({
  name: 'sftp',
  connector: sftp,
  pulls: ['products'],
  pullsOverHttp: [],
  pushes: ['orders'],
  start: sftpFixtures(sshd),
  skips: [
    ...because(
      'files tell no total',
      'the total that the ERP tells is met by its rows',
      'a total that the rows do not meet is passed on, or fails, or marks the pull as partial',
      'a total that falls while pages are read fails, or marks the pull as partial',
    ),
    ...because(
      'a server of files does not ask to slow down',
      'after "throttled for 30 seconds" reading goes on without loss or double',
      'after "throttled until a date 30 seconds away" reading goes on without loss or double',
      '"throttled" concerns all records: it is thrown, and nothing was taken',
    ),
    ...because(
      'SFTP has no answer that says that the server is down for now',
      'after "server error" reading goes on without loss or double',
      'after "server error before storing" nobody knows, and a look-up settles it',
      'after "server error after storing" nobody knows, and a look-up settles it',
    ),
    ...because('a login holds as long as its connection, and a new connection logs in anew', 'a login that is lost in mid-run is renewed'),
    ...because(
      'what is lost with the connection depends on the moment, and the test that cuts it tries one moment after the other',
      'after "answer lost" nobody knows, and a look-up settles it',
      'after "request lost" nobody knows, and a look-up settles it',
      'ten records are there once each, however many requests and answers are lost',
    ),
    ...because(
      'SSH checks every packet, and ends the connection if it cannot be read',
      'after "answer that cannot be read" nobody knows, and a look-up settles it',
    ),
    ...because('a server of files keeps each file, and has no word to say on it', "a refusal is told in the ERP's own words"),
    ...because('files have no versions', 'a change of a record that somebody else has changed meanwhile is stale'),
    ...because(
      'our own memory says whether a file was sent, and the server is asked only after a cut, which another test tries at each step',
      'a look-up that fails does not say that the record is absent',
    ),
  ],
})
