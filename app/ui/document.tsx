import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
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
  children: Child
}

const THEME = { light: 'licht', dark: 'donker' } as const

/** The HTML document around everything: head, link to the content, body. */
export function Document({ shell, title, refresh, bodyClass, alone, children }: DocumentProps) {
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
          <Files assets={shell.assets} nonce={shell.nonce} />
        </head>
        <body class={bodyClass} data-offline={text.offline}>
          <a class="sprong" href="#inhoud">
            {text.skip}
          </a>
          {children}
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

function Files({ assets, nonce }: { assets: Assets; nonce: string }) {
  return (
    <>
      {assets.fonts.map((font) => (
        <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.style} data-turbo-track="reload" />
      <script type="module" src={assets.script} nonce={nonce} data-turbo-track="reload" />
    </>
  )
}
