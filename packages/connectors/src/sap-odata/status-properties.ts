/** The parts of the status that are looked at. */
export const deliveryStatus = ['OverallDeliveryStatus', 'OverallTotalDeliveryStatus'] as const
export const statusProperties = [
  'OverallSDDocumentRejectionSts',
  'DeliveryBlockReason',
  'HeaderBillingBlockReason',
  'TotalBlockStatus',
  'TotalCreditCheckStatus',
  ...deliveryStatus,
  'OverallSDProcessStatus',
] as const
