import type { Language } from '../kernel/language.ts'
import { Icon } from './icons.tsx'
import { uiText } from './ui-text.ts'

/** Copies a text. Without script the element stays empty: the text itself is on the page to select. */
export function CopyButton({ text, language }: { text: string; language: Language }) {
  const words = uiText(language)
  return (
    <copy-text data-text={text} data-done={words.copied} hidden>
      <button class="knop stil" type="button">
        <Icon name="copy" />
        <span role="status">{words.copy}</span>
      </button>
    </copy-text>
  )
}

/** Prints this page. Hidden without script: the browser's own menu prints too. */
export function PrintButton({ language }: { language: Language }) {
  return (
    <print-page hidden>
      <button class="knop stil" type="button">
        <Icon name="print" />
        {uiText(language).print}
      </button>
    </print-page>
  )
}
