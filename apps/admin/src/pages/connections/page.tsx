import { useQuery } from '@tanstack/react-query'
import { connectionsQuery } from '../../api/queries.ts'
import { texts } from '../../texts/texts.ts'

/** All connections, by name. */
export function ConnectionsPage() {
  const { data, error, isPending } = useQuery(connectionsQuery)
  const words = texts.connections
  return (
    <>
      <h1>{words.title}</h1>
      {isPending && <p>{texts.loading}</p>}
      {error && <p role="alert">{error.message}</p>}
      {data?.length === 0 && <p>{words.empty}</p>}
      {data && data.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.provider}</th>
              <th scope="col">{words.method}</th>
              <th scope="col">{words.status}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((connection) => (
              <tr key={connection.id}>
                <td>{connection.name}</td>
                <td>{connection.provider}</td>
                <td>{connection.connectionMethod}</td>
                <td>{connection.status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
