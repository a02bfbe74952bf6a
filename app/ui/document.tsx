import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type IconName, IconShapes } from './icons.tsx'
import { type Assets, type Shell } from './shell.ts'
import { uiText } from './ui-text.ts'

type DocumentProps = {
  shell: Shell
  /** what is true here, without the product's name */
  title: string
  /** a page that asks for itself again keeps its place and what is typed */
  refresh?: 'morph'
  /** the kind of sheet, as class of the body */
  bodyClass?: string
  /** always fetched as a whole page, never swapped in by Turbo */
  alone?: boolean
  /** a page about something that is under way asks for itself again: with script by `<ask-again>`, without by this */
  again?: boolean
  /** the icons that the page shows, where it has to be light; default all */
  icons?: readonly IconName[]
  children: Child
}

const THEME = { light: 'licht', dark: 'donker' } as const

/** The HTML document around everything: head, link to the content, body. */
export function Document(props: DocumentProps) {
  const { shell, title, refresh, bodyClass, alone, again, icons, children } = props
  const text = uiText(shell.language)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={shell.language} data-thema={shell.theme ? THEME[shell.theme] : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} · ${text.product}`}</title>
          <Turbo signedIn={shell.who !== null} nonce={shell.nonce} refresh={refresh} />
          {alone && <meta name="turbo-visit-control" content="reload" />}
          {again && (
            <noscript>
              <meta http-equiv="refresh" content="3" />
            </noscript>
          )}
          <Files assets={shell.assets} nonce={shell.nonce} />
        </head>
        <body class={bodyClass} data-offline={text.offline} data-person={shell.person}>
          <a class="sprong" href="#inhoud">
            {text.skip}
          </a>
          {children}
          <IconShapes only={icons} />
        </body>
      </html>
    </>
  )
}

/** What Turbo must know: no page of a signed-in person in its cache, and no fetching of what is only pointed at. */
function Turbo({ signedIn, nonce, refresh }: { signedIn: boolean; nonce: string; refresh?: 'morph' }) {
  return (
    <>
      <meta name="csp-nonce" content={nonce} />
      <meta name="turbo-prefetch" content="false" />
      {signedIn && <meta name="turbo-cache-control" content="no-cache" />}
      {refresh && <meta name="turbo-refresh-method" content={refresh} />}
      {refresh && <meta name="turbo-refresh-scroll" content="preserve" />}
    </>
  )
}

/** The mark in the browser's tab, in the page itself: one request less. */
const TAB_ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#bd1730" stroke-width="3" stroke-linecap="round"><path d="M1 23c6 0 10-3 12.5-7.5S18 6 21.5 6c3 0 5 2.2 5 5 0 3.2-2.6 5.4-6 5.4-4.4 0-7.6-3-9-6.4"/><circle cx="10.2" cy="6.2" r="2.6" fill="#bd1730" stroke="none"/></svg>',
)}`

function Files({ assets, nonce }: { assets: Assets; nonce: string }) {
  return (
    <>
      {assets.fonts.map((font) => (
        <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="icon" href={TAB_ICON} />
      <link rel="stylesheet" href={assets.style} data-turbo-track="reload" />
      <script type="module" src={assets.script} nonce={nonce} data-turbo-track="reload" />
    </>
  )
}
