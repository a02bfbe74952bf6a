import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Document } from './document.tsx'
import { PrintButton } from './script-button.tsx'
import type { Shell } from './shell.ts'

export type SheetProps = {
  shell: Shell
  title: string
  /** runs along the foot of every printed page: plan, school, version */
  foot: string
  /** between the number of the page and of the last one: 'van' */
  of: string
  back: { href: string; label: string }
  children: Child
}

/**
 * A page that is a sheet of A4. Link to it with `download` (so without Turbo): its one style rule, which carries the
 * running foot, has the nonce of its own answer.
 */
export function Sheet({ shell, title, foot, of, back, children }: SheetProps) {
  return (
    <Document shell={shell} title={title} bodyClass="papier" alone>
      <style nonce={shell.nonce}>{raw(pageRule(foot, of))}</style>
      <div class="papierbalk">
        <nav aria-label={back.label}>
          <a href={back.href}>{back.label}</a>
        </nav>
        <PrintButton language={shell.language} />
      </div>
      <main id="inhoud" tabindex={-1}>
        {children}
      </main>
    </Document>
  )
}

/** Every character that is no letter or digit as its number, so that no text can end the string or the rule. */
const cssString = (text: string) =>
  `"${[...text].map((char) => (/[a-z0-9]/i.test(char) ? char : `\\${char.codePointAt(0)?.toString(16)} `)).join('')}"`

const FONT = 'font: 8.5pt "Atkinson Hyperlegible Next", sans-serif'

function pageRule(foot: string, of: string) {
  const left = `@bottom-left { content: ${cssString(foot)}; ${FONT} }`
  const right = `@bottom-right { content: counter(page) ${cssString(` ${of} `)} counter(pages); ${FONT} }`
  return `@page { size: A4; margin: 15mm 17mm 17mm; ${left} ${right} }`
}
