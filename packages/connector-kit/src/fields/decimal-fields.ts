const names =
  /^(price|priceUnitQuantity|cost|weight|quantity\w*|unitPrice|discount\w*|tax\w*|lineTotal|subtotal|shippingTotal|total|balanceDue|exchangeRate)$/

/** Whether a canonical field, of a record or of one of its lines, is a decimal. */
export const isDecimalField = (name: string): boolean => names.test(name)
