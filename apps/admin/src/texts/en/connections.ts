import { number } from './number.ts'

export const connections = {
  title: 'ERP connections',
  none: 'A connection is one way to one ERP: where it is, how to sign in there, and which data to exchange. There is none yet.',
  noneFits: (count: number) => `No connection fits the filter. ${number.format(count)} do without it.`,
  new: 'New ERP Connection',
  streamsOf: (name: string) => `Streams of ${name}`,
  name: 'Name',
  provider: 'Provider',
  method: 'Method',
  status: 'Status',
  streams: 'Streams',
  lastSuccess: 'Last proven sync',
  tabs: 'Parts of this connection',
  actions: 'Actions',
  test: 'Test',
  testing: 'Testing…',
  testOf: (name: string) => `Test ${name}`,
  passed: (ms: number) => `Connection successful! Response time: ${number.format(ms)} ms`,
  failed: 'Connection failed',
  /** What some checks of a test are called, by their names. */
  checks: {
    Authentication: 'Authentication',
    'Business unit': 'Business unit',
    Clock: 'Clock',
    Company: 'Company',
    Files: 'Files',
    Folder: 'Folder',
    'Host key': 'Host key',
    'Legal entity': 'Legal entity',
    Moving: 'Moving',
    Organization: 'Organization',
    Secrets: 'Secrets',
    Settings: 'Settings',
    Subsidiary: 'Subsidiary',
    'Time zone': 'Time zone',
  },
  notYetTried: 'not yet tried',
  notTried: (failed: string) => `not tried: ${failed} failed`,
} as const

export const connectionStatus = { active: 'active', inactive: 'inactive', error: 'error', testing: 'testing' } as const
