// Generated from docs/api-guide.md by "pnpm generate".

export const guideExamples: readonly { readonly method: string; readonly path: string; readonly body: unknown }[] = [
  {
    "method": "POST",
    "path": "/erp/connections",
    "body": {
      "name": "Webshop ERP",
      "provider": "Custom",
      "connectionMethod": "api",
      "credentials": {
        "apiUrl": "https://erp.example.com",
        "apiKey": "first-key"
      },
      "settings": {
        "enabledDataTypes": [
          "products",
          "inventory",
          "orders"
        ]
      }
    }
  },
  {
    "method": "POST",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f/preview",
    "body": {
      "dataType": "products",
      "limit": 2,
      "fieldMapping": {
        "description": "name"
      }
    }
  },
  {
    "method": "POST",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f/sync",
    "body": {
      "dataType": "products"
    }
  },
  {
    "method": "POST",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f/sync",
    "body": {
      "dataType": "inventory"
    }
  },
  {
    "method": "POST",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f/sync",
    "body": {
      "dataType": "products",
      "mode": "full",
      "dryRun": true
    }
  },
  {
    "method": "POST",
    "path": "/erp/webhooks",
    "body": {
      "url": "https://shop.example.com/linkspan",
      "events": [
        "records.changed",
        "sync.failed"
      ],
      "connectionIds": [
        "erp_2v7k0q9x4m1c8d3f"
      ]
    }
  },
  {
    "method": "PATCH",
    "path": "/erp/webhooks/hook_2v7k0q9x4m1c8d3f",
    "body": {
      "enabled": false
    }
  },
  {
    "method": "PATCH",
    "path": "/erp/webhooks/hook_2v7k0q9x4m1c8d3f",
    "body": {
      "enabled": true
    }
  },
  {
    "method": "POST",
    "path": "/erp/webhooks/hook_2v7k0q9x4m1c8d3f/replay",
    "body": {
      "since": "2026-01-01T00:00:00Z"
    }
  },
  {
    "method": "POST",
    "path": "/erp/notification-routes",
    "body": {
      "channel": "webhook",
      "target": "https://shop.example.com/linkspan",
      "minSeverity": "critical"
    }
  },
  {
    "method": "PATCH",
    "path": "/erp/notification-routes/route_2v7k0q9x4m1c8d3f",
    "body": {
      "pauseMinutes": 15
    }
  },
  {
    "method": "POST",
    "path": "/erp/notification-routes/preview",
    "body": {
      "connectionId": "erp_2v7k0q9x4m1c8d3f",
      "severity": "critical"
    }
  },
  {
    "method": "POST",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f/records/orders",
    "body": {
      "id": "SHOP-1",
      "orderDate": "2026-11-23",
      "currency": "EUR",
      "total": "25.00",
      "customerId": "17100001",
      "lines": [
        {
          "lineNumber": "10",
          "sku": "GS-1000000",
          "quantity": "2",
          "unitPrice": "12.50"
        }
      ]
    }
  },
  {
    "method": "POST",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f/sync",
    "body": {
      "dataType": "orders",
      "direction": "push"
    }
  },
  {
    "method": "POST",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f/records/orders",
    "body": {
      "id": "SHOP-1",
      "lines": [
        {
          "lineNumber": "10",
          "quantity": "2.00"
        }
      ]
    }
  },
  {
    "method": "POST",
    "path": "/erp/sync-configs",
    "body": {
      "erpConnectionId": "erp_2v7k0q9x4m1c8d3f",
      "dataType": "orders",
      "direction": "bidirectional",
      "settings": {
        "autoSync": false,
        "syncOnDemand": true,
        "conflictResolution": "newest_wins"
      }
    }
  },
  {
    "method": "PATCH",
    "path": "/erp/sync-configs/sync_2v7k0q9x4m1c8d3f_orders_pull",
    "body": {
      "settings": {
        "conflictResolution": "manual"
      }
    }
  },
  {
    "method": "POST",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f/records/orders",
    "body": {
      "id": "SHOP-1",
      "customerReference": "by e-mail"
    }
  },
  {
    "method": "POST",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f/sync",
    "body": {
      "dataType": "orders",
      "mode": "full"
    }
  },
  {
    "method": "POST",
    "path": "/erp/conflicts/conflict_2v7k0q9x4m1c8d3f_1/resolve",
    "body": {
      "winner": "erp"
    }
  },
  {
    "method": "POST",
    "path": "/clients/client-9/erp-assignments",
    "body": {
      "erpConnectionId": "erp_2v7k0q9x4m1c8d3f"
    }
  },
  {
    "method": "PATCH",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f",
    "body": {
      "settings": {
        "enabledDataTypes": [
          "products",
          "inventory",
          "orders",
          "invoices"
        ]
      }
    }
  },
  {
    "method": "POST",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f/sync",
    "body": {
      "dataType": "invoices"
    }
  },
  {
    "method": "POST",
    "path": "/erp/schedules/validate-cron",
    "body": {
      "schedule": "0 2 * * *",
      "timezone": "Europe/Berlin"
    }
  },
  {
    "method": "POST",
    "path": "/erp/sync-configs",
    "body": {
      "erpConnectionId": "erp_2v7k0q9x4m1c8d3f",
      "dataType": "products",
      "direction": "pull",
      "schedule": "0 2 * * *",
      "timezone": "Europe/Berlin",
      "enabled": true,
      "settings": {}
    }
  },
  {
    "method": "POST",
    "path": "/clients/client-1/erp-assignments",
    "body": {
      "erpConnectionId": "erp_2v7k0q9x4m1c8d3f"
    }
  },
  {
    "method": "POST",
    "path": "/sites/site-2/erp-assignments",
    "body": {
      "clientId": "client-1",
      "erpConnectionId": "erp_2v7k0q9x4m1c8d3f",
      "overridesClient": true
    }
  },
  {
    "method": "POST",
    "path": "/sites/site-1/sync",
    "body": {
      "dataType": "inventory"
    }
  },
  {
    "method": "PATCH",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f",
    "body": {
      "name": "Webshop ERP 2",
      "credentials": {
        "apiKey": "********"
      }
    }
  },
  {
    "method": "PATCH",
    "path": "/erp/connections/erp_2v7k0q9x4m1c8d3f",
    "body": {
      "credentials": {
        "apiKey": "second-key"
      }
    }
  }
]
