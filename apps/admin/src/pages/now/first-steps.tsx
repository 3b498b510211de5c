import { Link } from '@tanstack/react-router'
import { texts } from '../../texts/texts.ts'

const words = texts.now.first

/** What to do in an installation without any connection. */
export function FirstSteps() {
  return (
    <section aria-labelledby="first">
      <h2 id="first">{words.title}</h2>
      <ol>
        <li>
          <Link to="/erp-connections">{words.connect}</Link>
        </li>
        <li>{words.test}</li>
        <li>{words.sync}</li>
      </ol>
    </section>
  )
}
