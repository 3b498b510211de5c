import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { DataType, Journey } from '../../api/names.ts'
import { journeyQuery } from '../../api/records.ts'
import { JsonTree } from '../../parts/json-tree/json-tree.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { shownRecord } from '../../shell/record-words.ts'
import { useMay } from '../../shell/use-may.ts'
import { locale, texts } from '../../texts/texts.ts'
import { CustomerWords } from './customer-words.tsx'
import { Events } from './events.tsx'
import css from './page.module.css'

const words = texts.journey

/** One record: how it is, what has happened to it, and what a customer can be told. */
export function JourneyPage() {
  const { connectionId, dataType, recordId } = useParams({ from: '/shell/records/$connectionId/$dataType/$recordId' })
  const place = { connectionId, dataType: dataType as DataType, recordId }
  const journey = useQuery(journeyQuery(place))
  return (
    <View query={journey} words={texts} problem={problem}>
      {(found) => <Shown journey={found} />}
    </View>
  )
}

function Shown({ journey }: { readonly journey: Journey }) {
  const { name, dataType, state, events, complete, customer } = journey
  return (
    <>
      <PageHead title={words.of(texts.dataTypes[dataType], name)} facts={<StateMark {...shownRecord(state.status)} />} />
      <p className={css.state}>{state.words}</p>
      <Facts journey={journey} />
      <CustomerWords sentences={customer} />
      <h2 className={css.heading}>{words.events}</h2>
      <Events events={events} />
      {!complete && <p className={css.note}>{words.incomplete}</p>}
      <Fields journey={journey} />
    </>
  )
}

function Facts({ journey }: { readonly journey: Journey }) {
  const { erpConnectionId, connectionName, clientId, siteId, erpId, state, record } = journey
  return (
    <dl className={css.facts}>
      <div>
        <dt>{texts.runs.connection}</dt>
        <dd>
          <Link to="/erp-connections/$id" params={{ id: erpConnectionId }}>
            {connectionName}
          </Link>
        </dd>
      </div>
      {clientId !== undefined && <Fact name={words.client} value={clientId} />}
      {siteId !== undefined && <Fact name={words.site} value={siteId} />}
      <Fact name={words.inErp} value={erpId ?? '–'} />
      {record && <Fact name={texts.records.version} value={texts.number(record.version)} />}
      <div>
        <dt>{words.since}</dt>
        <dd>
          <When at={state.since} locale={locale} />
        </dd>
      </div>
    </dl>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Fields({ journey: { record, dataType } }: { readonly journey: Journey }) {
  const maySeeAll = useMay('operator')
  return (
    <>
      <h2 className={css.heading}>{words.fields}</h2>
      {dataType === 'employees' && !maySeeAll && <p className={css.note}>{words.masked}</p>}
      {record ? <JsonTree value={record.data} more={texts.mapping.more} /> : <p>{words.gone}</p>}
    </>
  )
}
