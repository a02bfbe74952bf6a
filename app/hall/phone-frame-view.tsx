import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { Document } from '../ui/document.tsx'
import { languageItem } from '../ui/navigation.ts'
import type { Shell } from '../ui/shell.ts'

const ICONS = ['consent', 'concern', 'objection', 'arrow', 'chevron', 'speech'] as const

export type PhoneFrameProps = {
  shell: Shell
  title: string
  /** the address of this page, to come back to */
  here: string
  children: Child
}

/** The lightest frame there is: a hundred phones ask for this page again and again. All that changes is in `main`. */
export function PhoneFrame({ shell, title, here, children }: PhoneFrameProps) {
  return (
    <Document shell={shell} title={title} refresh="morph" bodyClass="telefoon" icons={ICONS}>
      <main id="inhoud" class="tel" tabindex={-1}>
        {children}
      </main>
      <Foot language={shell.language} here={here} />
    </Document>
  )
}

function Foot({ language, here }: { language: Language; here: string }) {
  const other = languageItem(language)
  return (
    <footer class="tel-voet">
      <form action={other.post} method="post">
        <input type="hidden" name="back" value={here} />
        <button class="linkknop" type="submit" name={other.name} value={other.value} lang={other.lang}>
          {other.label}
        </button>
      </form>
    </footer>
  )
}
