export const connections = {
  title: 'ERP connections',
  none: 'A connection is one way to one ERP: where it is, how to sign in there, and which data to exchange. There is none yet; POST /erp/connections makes one.',
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
  passed: (ms: number) => `Connection successful! Response time: ${ms} ms`,
  failed: 'Connection failed',
} as const

export const connectionStatus = { active: 'active', inactive: 'inactive', error: 'error', testing: 'testing' } as const
