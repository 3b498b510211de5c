import type { Normalise } from '@linkspan/simulators'

/** What the ERPs make of the orders that they are sent: each step changes some of the values that our side writes. */
export const erpForms: Normalise = {
  fields: {
    'shipTo.city': ['upper', { cut: 18 }, 'trim'],
    'shipTo.postalCode': ['numbers'],
    'lines[].unitPrice': [{ round: 1 }],
    'lines[].quantity': [{ round: 3 }],
  },
}
