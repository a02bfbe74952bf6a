/**
 * A page that asks for itself again, or comes back after something was sent, leaves what somebody typed or chose in
 * its other forms. What was sent well is no longer typed: there the page shows what the server has.
 *
 * @param giveBack gets what was typed in forms that are gone after something was sent
 */
export function keepTyped(giveBack: (words: readonly string[]) => void) {
  document.addEventListener('turbo:submit-start', ({ target }) => {
    // Else Turbo takes an answer with another question in its address for another page, and begins it afresh.
    if (target instanceof HTMLFormElement && isLive()) target.dataset['turboAction'] ??= 'replace'
  })
  document.addEventListener('turbo:submit-end', (event) => {
    const { success } = (event as CustomEvent<{ success: boolean }>).detail
    if (success && event.target instanceof HTMLFormElement) settle(event.target)
  })
  document.addEventListener('turbo:before-render', (event) => {
    const { newBody } = (event as CustomEvent<{ newBody: Element }>).detail
    const words = isLive() ? lookForTyped(document.body, newBody) : []
    if (words.length > 0) document.addEventListener('turbo:render', () => giveBack(words), { once: true })
  })
  document.addEventListener('turbo:before-morph-attribute', (event) => {
    const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail
    if (isLive() && isTyped(event.target, attributeName)) event.preventDefault()
  })
}

const isLive = () => document.querySelector('live-feed') !== null

/** What was typed before the page took its new shape; while it does, the fields themselves no longer tell. */
let typed: ReadonlySet<unknown> = new Set()

/**
 * Before a page takes its new shape. What was chosen in a form that is no longer there goes with that form; what was
 * typed in it is answered, to be given back.
 */
export function lookForTyped(now: Element, after: Element): string[] {
  const stay = new Set([...after.querySelectorAll('form')].map(nameOf))
  const gone = [...now.querySelectorAll('form')].filter((form) => !stay.has(nameOf(form)))
  const words = gone.flatMap(wordsIn)
  for (const form of gone) form.reset()
  typed = new Set(
    [...now.querySelectorAll('input, textarea, option')].filter(
      (field) => isTicked(field) || isOtherwise(field) || isWritten(field),
    ),
  )
  return words
}

/** The texts of a form that were typed and not sent. */
const wordsIn = (form: HTMLFormElement) =>
  [...form.querySelectorAll('textarea')].filter(isWritten).flatMap(({ value }) => value.trim() || [])

// `form.id` would be a field of that name
const nameOf = (form: Element) => form.getAttribute('id') ?? form.getAttribute('action')

const ticks = (field: unknown): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')

/** Of radio buttons one choice undoes the other, so they stay or go together. */
const isTicked = (field: Element) =>
  ticks(field) && groupOf(field).some(({ checked, defaultChecked }) => checked !== defaultChecked)

function groupOf(field: HTMLInputElement): HTMLInputElement[] {
  if (field.type !== 'radio' || !field.form) return [field]
  return [...field.form.elements].filter(ticks).filter(({ name }) => name === field.name)
}

const isOtherwise = (option: Element) =>
  option instanceof HTMLOptionElement &&
  [...(option.closest('select')?.options ?? [])].some((one) => one.selected !== one.defaultSelected)

const isWritten = (field: Element) =>
  (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
  field.value !== field.defaultValue

/** Whether this attribute of the new page would take away what somebody did here. */
function isTyped(target: EventTarget | null, attribute: string): boolean {
  if (attribute === 'open') return target instanceof HTMLDialogElement
  if (!typed.has(target)) return false
  if (attribute === 'value') return !ticks(target) && !(target instanceof HTMLOptionElement)
  return attribute === 'checked' || attribute === 'selected'
}

/** What was sent and taken is what the page says from now on. */
function settle(form: HTMLFormElement) {
  for (const field of form.elements) {
    if (ticks(field)) field.defaultChecked = field.checked
    else if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
      field.defaultValue = field.value
    else if (field instanceof HTMLSelectElement)
      for (const option of field.options) option.defaultSelected = option.selected
  }
}
