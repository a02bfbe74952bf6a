import { type Language, words } from '../kernel/language.ts'
import { Fold } from '../ui/details.tsx'
import { writingText } from './writing-text.ts'

const text = words({
  nl: {
    title: 'Een lijst, vet of een link?',
    how: 'Een lege regel is een nieuwe alinea. Begin een regel met - voor een lijst, of met 1. voor een lijst met nummers. Zo schrijf je **vet**, *schuin* en [een link](https://voorbeeld.nl).',
  },
  en: {
    title: 'A list, bold or a link?',
    how: 'An empty line begins a new paragraph. Begin a line with - for a list, or with 1. for a numbered one. Write **bold**, *italic* and [a link](https://example.org) like this.',
  },
})

/** Above passages, without script: how paragraphs, lists and looks are typed. */
export const SignsNote = ({ language }: { language: Language }) => (
  <noscript>
    <p class="noot">{writingText(language).noScript}</p>
  </noscript>
)

/** Under fields that are plain text areas for everyone: how a list, bold and a link are typed. Folded away. */
export const SignsFold = ({ language }: { language: Language }) => (
  <Fold summary={text(language).title}>
    <p class="noot">{text(language).how}</p>
  </Fold>
)
