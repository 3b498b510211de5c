import { rowFieldSources } from '@linkspan/connector-kit/fields/row-sources'
import type { FieldSources } from '@linkspan/core/connector'

const { products, inventory, employees } = rowFieldSources

/** Where canonical fields come from: what partners say in cXML and in UBL; what else the endpoint gives is read by its usual names. */
export const doiFieldSources: FieldSources = {
  orders: [
    { field: 'id', sources: ['OrderReference/@orderID', 'OrderReference/ID'], note: 'the number under which the order was sent' },
    {
      field: 'status',
      sources: ['ConfirmationHeader/@type', 'ShipNoticeItem/@quantity', 'OrderResponseCode', 'DespatchLine/DeliveredQuantity'],
      note: 'as that of its order_status; all that is not listed is as it was sent',
    },
    {
      field: 'promisedDate',
      sources: ['ConfirmationStatus/@deliveryDate', 'Delivery/PromisedDeliveryPeriod'],
      note: 'the last day of the last confirmation that names one',
    },
    { field: 'lines[].quantityShipped', sources: ['ShipNoticeItem/@quantity', 'DespatchLine/DeliveredQuantity'] },
    { field: 'lines[].quantityCancelled', sources: ['ConfirmationStatus/@quantity', 'LineStatusCode'] },
  ],
  order_status: [
    { field: 'id', sources: ['OrderReference/@orderID', 'OrderReference/ID'], note: 'the number under which the order was sent' },
    { field: 'orderNumber', sources: ['OrderReference/@orderID', 'OrderReference/ID'] },
    { field: 'orderExternalId', sources: ['ConfirmationHeader/@confirmID', 'SalesOrderID'] },
    {
      field: 'status',
      sources: [
        'ConfirmationHeader/@type',
        'ShipNoticeItem/@quantity',
        'OrderResponseCode',
        'DespatchLine/DeliveredQuantity',
        'ResponseCode',
      ],
      note: 'worked out of all that was said of the order, and of what was ordered',
    },
    { field: 'statusRaw', sources: ['ConfirmationHeader/@type', 'OrderResponseCode'], note: "the partner's last word" },
    { field: 'statusChangedAt', sources: ['@noticeDate', '@timestamp', 'IssueDate'] },
    { field: 'shipments', sources: ['ShipNoticeHeader', 'ShipControl', 'Shipment'], note: 'the last notice of each shipment counts' },
    { field: 'sourceUpdatedAt', sources: ['@noticeDate', '@timestamp', 'IssueDate'] },
  ],
  invoices: [
    { field: 'id', sources: ['InvoiceDetailRequestHeader/@invoiceID', 'ID'] },
    { field: 'invoiceNumber', sources: ['InvoiceDetailRequestHeader/@invoiceID', 'ID'] },
    { field: 'type', sources: ['InvoiceDetailRequestHeader/@purpose', 'InvoiceTypeCode'], note: 'a credit memo is a credit note' },
    { field: 'orderNumber', sources: ['OrderReference/@orderID', 'OrderReference/ID'] },
    { field: 'orderRefs', sources: ['OrderReference/@orderID', 'OrderReference/ID'] },
    { field: 'issueDate', sources: ['@invoiceDate', 'IssueDate'] },
    { field: 'dueDate', sources: ['DueDate'] },
    { field: 'currency', sources: ['Money/@currency', 'DocumentCurrencyCode'] },
    { field: 'subtotal', sources: ['SubtotalAmount', 'LegalMonetaryTotal/TaxExclusiveAmount'] },
    { field: 'taxTotal', sources: ['Tax', 'TaxTotal/TaxAmount'] },
    { field: 'total', sources: ['NetAmount', 'LegalMonetaryTotal/PayableAmount'], note: 'amounts of a credit note are positive' },
    { field: 'balanceDue', sources: ['DueAmount', 'LegalMonetaryTotal/PayableAmount'] },
    { field: 'lines', sources: ['InvoiceDetailItem', 'InvoiceLine'] },
    { field: 'sourceUpdatedAt', sources: ['@timestamp', 'IssueDate'] },
  ],
  products,
  inventory,
  employees,
}
