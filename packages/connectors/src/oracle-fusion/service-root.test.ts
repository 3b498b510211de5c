import { expect, test } from 'vitest'
import { serviceRoot } from './service-root.ts'

const root = 'https://pod.fa.us2.oraclecloud.com/fscmRestApi/resources/11.13.18.05'

test.each([
  ['https://pod.fa.us2.oraclecloud.com', undefined, root],
  ['https://pod.fa.us2.oraclecloud.com/', undefined, root],
  ['https://pod.fa.us2.oraclecloud.com/hcmRestApi', undefined, root],
  ['https://pod.fa.us2.oraclecloud.com/fscmRestApi/resources/', undefined, root],
  [`${root}/salesOrdersForOrderHub`, undefined, root],
  ['https://pod.fa.us2.oraclecloud.com/fscmRestApi/resources/latest', undefined, root.replace('11.13.18.05', 'latest')],
  ['https://pod.fa.us2.oraclecloud.com/fscmRestApi/resources/latest', '11.13.18.05', root],
  ['https://proxy.example/fusion/?x=1', undefined, 'https://proxy.example/fusion/fscmRestApi/resources/11.13.18.05'],
])('%s leads to the resources (version %s)', (apiUrl, version, expected) => {
  expect(serviceRoot(apiUrl, 'fscmRestApi', version).href).toBe(expected)
})
