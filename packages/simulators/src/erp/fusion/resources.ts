import { createRowTable, type RowTable } from './row-table.ts'

/** What a resource, or a child of one, has. */
export interface Shape {
  readonly attributes: readonly string[]
  readonly children?: Readonly<Record<string, Shape>>
}

export interface Resource extends Shape {
  readonly api: 'fscmRestApi' | 'hcmRestApi'
  /** The attribute with the time of the last change. */
  readonly time?: string
  /** Rows come in the order of this attribute, unless told otherwise. */
  readonly id: string
}

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')
const audit = 'CreationDate LastUpdateDate CreatedBy LastUpdatedBy'

const orderLine = words(
  `HeaderId LineId FulfillLineId SourceTransactionLineId SourceTransactionLineNumber SourceTransactionScheduleId SourceScheduleNumber
   ProductNumber ProductDescription OrderedQuantity OrderedUOMCode OrderedUOM UnitSellingPrice ExtendedAmount StatusCode Status
   ScheduleShipDate RequestedShipDate RequestedArrivalDate ActualShipDate ShippedQuantity FulfilledQuantity CanceledFlag OnHoldFlag
   TransactionCategoryCode FulfillmentOrganizationCode ShippingCarrier ${audit}`,
)

/** The resources and their attributes (docs/erp/oracle-fusion.md#resources). */
export const resources = {
  itemsV2: {
    api: 'fscmRestApi',
    id: 'ItemId',
    time: 'LastUpdateDateTime',
    attributes: words(
      `ItemId OrganizationId OrganizationCode ItemNumber ItemDescription LongDescription ItemClass ItemStatusValue LifecyclePhaseValue
       PrimaryUOMValue UnitWeightQuantity WeightUOMValue ListPrice CustomerOrderEnabledFlag CreationDateTime LastUpdateDateTime`,
    ),
  },
  inventoryOnhandBalances: {
    api: 'fscmRestApi',
    id: 'OnhandId',
    attributes: words(
      'OnhandId OrganizationId OrganizationCode InventoryItemId ItemNumber SubinventoryCode Locator LotNumber PrimaryQuantity PrimaryUOMCode',
    ),
    children: { lots: { attributes: words('LotNumber PrimaryQuantity PrimaryUOMCode') } },
  },
  inventoryReservations: {
    api: 'fscmRestApi',
    id: 'ReservationId',
    attributes: words(
      'ReservationId OrganizationId OrganizationCode ItemNumber SubinventoryCode Locator LotNumber ReservationQuantity ReservationUOMCode',
    ),
  },
  salesOrdersForOrderHub: {
    api: 'fscmRestApi',
    id: 'HeaderId',
    time: 'LastUpdateDate',
    attributes: words(
      `HeaderId OrderKey OrderNumber SourceTransactionNumber SourceTransactionSystem SourceTransactionId SourceTransactionRevisionNumber
       BusinessUnitId BusinessUnitName RequestingBusinessUnitId RequestingBusinessUnitName BuyingPartyId BuyingPartyName BuyingPartyNumber
       CustomerPONumber TransactionOn TransactionTypeCode TransactionalCurrencyCode StatusCode OpenFlag SubmittedFlag OnHoldFlag CanceledFlag
       PaymentTerms RequestedShipDate RequestedArrivalDate FreezePriceFlag FreezeShippingChargeFlag FreezeTaxFlag ${audit}`,
    ),
    children: {
      lines: { attributes: orderLine },
      totals: { attributes: words('HeaderId TotalName TotalCode TotalAmount CurrencyCode') },
      billToCustomer: { attributes: words('PartyName CustomerAccountId SiteUseId Address1 Address2 City State PostalCode Country') },
      shipToCustomer: { attributes: words('PartyName PartyId SiteId Address1 Address2 City State PostalCode Country') },
    },
  },
  shipmentLines: {
    api: 'fscmRestApi',
    id: 'ShipmentLine',
    time: 'LastUpdateDate',
    attributes: words(
      `ShipmentLine Shipment Order OrderLine Item RequestedQuantity ShippedQuantity StagedQuantity PickedQuantity BackorderedQuantity
       CancelledQuantity LineStatus LineStatusCode ShipmentStatusCode ScheduledShipDate ActualShipDate TrackingNumber SourceOrder
       SourceOrderFulfillmentLineId OrganizationCode ${audit}`,
    ),
  },
  shipments: {
    api: 'fscmRestApi',
    id: 'Shipment',
    time: 'LastUpdateDate',
    attributes: words(`Shipment ShipmentStatus ActualShipDate Carrier Waybill BillOfLading ${audit}`),
  },
  receivablesInvoices: {
    api: 'fscmRestApi',
    id: 'CustomerTransactionId',
    time: 'LastUpdateDate',
    attributes: words(
      `CustomerTransactionId TransactionNumber TransactionType TransactionClass TransactionDate DueDate InvoiceCurrencyCode EnteredAmount
       InvoiceBalanceAmount InvoiceStatus BusinessUnit BillToCustomerName BillToCustomerNumber PurchaseOrder PaymentTerms ${audit}`,
    ),
    children: {
      receivablesInvoiceLines: {
        attributes: words(
          'CustomerTransactionLineId LineNumber ItemNumber Description Quantity UnitOfMeasure UnitSellingPrice LineAmount SalesOrder',
        ),
      },
      receivablesInvoiceInstallments: {
        attributes: words(
          'InstallmentId InstallmentSequenceNumber InstallmentDueDate InstallmentBalanceDue OriginalAmount InstallmentStatus',
        ),
      },
    },
  },
  workers: {
    api: 'hcmRestApi',
    id: 'PersonId',
    time: 'LastUpdateDate',
    attributes: words(`PersonId PersonNumber DateOfBirth BloodType CountryOfBirth ${audit}`),
    children: {
      names: { attributes: words(`NameId LegislationCode NameType FirstName LastName DisplayName ${audit}`) },
      emails: { attributes: words(`EmailAddressId EmailAddress EmailType PrimaryFlag ${audit}`) },
      nationalIdentifiers: { attributes: words('NationalIdentifierNumber LegislationCode') },
      workRelationships: {
        attributes: words(`PeriodOfServiceId StartDate TerminationDate LegalEmployerName WorkerType PrimaryFlag ${audit}`),
        children: {
          assignments: {
            attributes: words(
              `AssignmentId AssignmentNumber AssignmentStatusType DepartmentName LocationCode JobName PrimaryAssignmentFlag ${audit}`,
            ),
            children: { managers: { attributes: words('ManagerAssignmentNumber ManagerType') } },
          },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Resource>>

export type ResourceName = keyof typeof resources
export const resourceNames = Object.keys(resources) as ResourceName[]
export const shapeOf = (name: ResourceName): Resource => resources[name]

export type FusionStore = Readonly<Record<ResourceName, RowTable>>

export const createFusionStore = (now: () => string): FusionStore =>
  Object.fromEntries(resourceNames.map((name) => [name, createRowTable(now)])) as unknown as FusionStore
