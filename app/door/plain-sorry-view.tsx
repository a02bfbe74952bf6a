import { html } from 'hono/html'
import type { SorryPage } from './sorry.ts'

/** The page for something that went wrong, without anything that could go wrong itself. */
export const plainSorry: SorryPage = async (_c, { title, text }, language) => {
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Rode Draad`}</title>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{text}</p>
          <p>
            <a href="/">Rode Draad</a>
          </p>
        </main>
      </body>
    </html>
  )
  return String(await html`<!doctype html>${page}`)
}
