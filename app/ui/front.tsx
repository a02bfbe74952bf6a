import type { Child } from 'hono/jsx'
import { Document } from './document.tsx'
import { Mark } from './icons.tsx'
import { languageItem } from './navigation.ts'
import { StatusNotice } from './notice.tsx'
import type { Shell } from './shell.ts'
import { uiText } from './ui-text.ts'

export type FrontProps = {
  shell: Shell
  title: string
  /** the first page has its own wide sheet; the others (signing in, setup) are narrow */
  wide?: boolean
  /** hide the link to sign in, on the page that does just that */
  withoutSignIn?: boolean
  children: Child
}

/** A page for somebody who is not signed in: first page, signing in, invitation, setup, errors. */
export function Front({ shell, title, wide, withoutSignIn, children }: FrontProps) {
  const text = uiText(shell.language)
  return (
    <Document shell={shell} title={title} bodyClass="welkom">
      <header class="wrap welkomkop">
        <a class="merk" href="/" aria-label={text.front}>
          <Mark />
          {text.product}
        </a>
        <nav aria-label={text.frontMenu}>
          <LanguageSwitch shell={shell} />
          {!withoutSignIn && !shell.who && <a href="/sign-in">{text.signIn}</a>}
        </nav>
      </header>
      <main id="inhoud" class={wide ? 'wrap' : 'wrap smal'} tabindex={-1}>
        <StatusNotice notice={shell.notice} />
        {children}
      </main>
      <footer class="voet">
        <div class="wrap">
          <span>{text.free}</span>
          <span>{text.source}</span>
        </div>
      </footer>
    </Document>
  )
}

/** The other language, as a button that looks like a link: it changes something, so it posts. */
function LanguageSwitch({ shell }: { shell: Shell }) {
  const item = languageItem(shell.language)
  return (
    <form action={item.post} method="post">
      {shell.path && <input type="hidden" name="back" value={shell.path} />}
      <button class="linkknop" type="submit" name={item.name} value={item.value} lang={item.lang}>
        {item.label}
      </button>
    </form>
  )
}
