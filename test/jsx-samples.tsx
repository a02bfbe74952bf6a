import { raw } from 'hono/html'
import { type Child, Fragment } from 'hono/jsx'

const hostile = `<b onclick="x('y')">&amp;</b>`
const none = undefined as string | undefined
const yes = true as boolean
const no = false as boolean

function Card({ title, children }: { title: string; children?: Child }) {
  return (
    <section class="kaart">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

const Nothing = () => null
const Plain = ({ text }: { text: string }) => <>{text}</>
const later = async (text: string) => <em>{text}</em>
const Later = async ({ text }: { text: string }) => <p>{await later(text)}</p>

/** Every shape of element that our pages use, to be drawn by hono and as compiled. */
export const samples: Record<string, () => unknown> = {
  'always the same': () => <p class="a">Doel</p>,
  nested: () => (
    <div>
      <p>
        Een <b>doel</b> en
        <i>nog een</i>
      </p>
    </div>
  ),
  'spaces as JSX reads them': () => (
    <p>
      {' '}
      een <b> twee </b>
      drie {'vier'}
      {/* niets */}
    </p>
  ),
  'words in between': () => <p title={hostile}>{hostile}</p>,
  'words in an attribute': () => <a href={`/plan/${hostile}`}>x</a>,
  'a quote in an attribute': () => <p title="'zo'">'zo' en "zo"</p>,
  'an entity': () => (
    <p title="a &amp; b">
      een&nbsp;twee &lt; <b>drie</b>
    </p>
  ),
  'attributes that are there or not': () => (
    <input type="checkbox" name="a" checked={yes} disabled={no} value={none} required readonly={no} />
  ),
  'attributes that are words': () => (
    <div data-open={yes} aria-hidden={no} tabindex={-1} hidden={no}>
      x
    </div>
  ),
  'an attribute without a value': () => <details open data-new />,
  numbers: () => (
    <p>
      {3} {0} {1.5}
    </p>
  ),
  'nothing at all': () => (
    <p>
      {null}
      {none}
      {yes}
      {no}
      {no && <b>x</b>}
      {yes ? <b>ja</b> : <i>nee</i>}
    </p>
  ),
  lists: () => (
    <ul>
      {['a', hostile].map((one) => (
        <li key={one}>{one}</li>
      ))}
      {[[1, 'b'], [<li>c</li>]]}
    </ul>
  ),
  components: () => (
    <main>
      <Card title={hostile}>
        <p>{hostile}</p>
        <Nothing />
        tekst
      </Card>
      <Card title="zonder" />
      <Plain text={hostile} />
    </main>
  ),
  'a component around elements': () => (
    <Card title="a">
      <p>b</p>
    </Card>
  ),
  fragments: () => (
    <>
      <p>a</p>
      <Fragment>
        <p>{hostile}</p>
      </Fragment>
    </>
  ),
  'an element in an attribute': () => <Card title="a">{yes && <p class={no ? 'x' : 'y'}>z</p>}</Card>,
  'text that is safe already': () => (
    <p>
      {raw('<b>vet</b>')}
      <span title={raw('a&amp;b')}>x</span>
    </p>
  ),
  'a spread attribute': () => (
    <div {...{ class: 'a', title: hostile }}>
      <p>x</p>
    </div>
  ),
  'an inner spread attribute': () => (
    <p>
      <a {...{ href: '/' }}>
        <b>{hostile}</b>
      </a>
    </p>
  ),
  'what comes later': () => (
    <main>
      <p>voor</p>
      <Later text={hostile} />
      {later('los')}
      <p>na</p>
    </main>
  ),
  drawings: () => (
    <svg viewBox="0 0 10 10" aria-hidden="true">
      <g fill="none" stroke-width="2">
        <path d="M0 0h10" />
        {yes && <circle cx="1" cy="2" r={3} />}
      </g>
      <use href="#a" />
    </svg>
  ),
  'a drawing with a title': () => (
    <svg viewBox="0 0 10 10">
      <title>{hostile}</title>
      <path d="M0 0" />
    </svg>
  ),
  'a whole document': () => (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <title>{hostile}</title>
        <link rel="stylesheet" href="/a.css" />
        <script type="module" src="/a.js" nonce="n" />
      </head>
      <body class={none}>
        <form action="/a" method="post">
          <textarea name="t" rows={3}>
            {hostile}
          </textarea>
          <select name="s">
            <option value="1" selected={yes}>
              een
            </option>
          </select>
          <button type="submit">Bewaar</button>
        </form>
      </body>
    </html>
  ),
}
