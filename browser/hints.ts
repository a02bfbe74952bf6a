import { isLanguage } from '../app/kernel/language.ts'
import { parseSchoolYear } from '../app/kernel/school-year.ts'
import type { EntryText } from '../app/plan/entry.ts'
import { hintsFor } from '../app/plan/writing-hint.ts'
import { hintSentence } from '../app/plan/writing-hint-text.ts'

/** After the last key: a hint comes when a thought is finished, and never in the way. In milliseconds. */
const PAUSE = 1200

/** Keeps what one could think about beside a text up to date while one writes; nothing where the form has no year. */
export function hintsBeside(field: HTMLElement, signal: AbortSignal): (text: string) => void {
  const form = field.closest('form')
  const schoolYear = parseSchoolYear(form?.dataset['schoolYear'])
  const { lang } = document.documentElement
  if (!form || !schoolYear || !isLanguage(lang)) return () => {}
  let timer = 0
  signal.addEventListener('abort', () => clearTimeout(timer))
  const show = (text: string) => {
    const hasMoments = [...form.querySelectorAll<HTMLInputElement>('[name="onDay"]')].some(
      ({ value }) => value,
    )
    const name = field.dataset['field'] as EntryText
    const hints = hintsFor({ field: name, text, schoolYear, hasMoments })
    put(
      field,
      hints.map((hint) => ({ kind: hint.kind, says: hintSentence(hint, lang) })),
    )
  }
  return (text) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => show(text), PAUSE)
  }
}

type Line = { readonly kind: string; readonly says: string }

/** Only what differs is changed: a sentence that stays does not blink. */
function put(field: HTMLElement, lines: readonly Line[]) {
  const row = field.closest('.veldrij')
  const before = [...(row?.querySelectorAll<HTMLElement>(':scope > [data-writing-hint]') ?? [])]
  if (before.map(({ textContent }) => textContent).join('\n') === lines.map(({ says }) => says).join('\n'))
    return
  for (const old of before) old.remove()
  field.after(...lines.map(lineOf))
}

function lineOf({ kind, says }: Line) {
  const line = document.createElement('p')
  line.className = 'noot'
  line.dataset['writingHint'] = kind
  line.textContent = says
  return line
}
