/**
 * A page that asks for itself again, or comes back after something was sent, leaves what somebody typed or chose in
 * its other forms. What was sent well is no longer typed: there the page shows what the server has.
 */
export function keepTyped() {
  document.addEventListener('turbo:before-morph-attribute', (event) => {
    const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail
    if (document.querySelector('live-feed') && isTyped(event.target, attributeName)) event.preventDefault()
  })
  document.addEventListener('turbo:submit-end', (event) => {
    const { success } = (event as CustomEvent<{ success: boolean }>).detail
    if (success && event.target instanceof HTMLFormElement) settle(event.target)
  })
}

const ticks = (field: unknown): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')

/** Whether this attribute of the page would take away what somebody did here. */
function isTyped(target: EventTarget | null, attribute: string): boolean {
  if (attribute === 'open') return target instanceof HTMLDialogElement
  if (attribute === 'selected') return target instanceof HTMLOptionElement && isOtherwise(target)
  if (attribute === 'checked') return ticks(target) && groupOf(target).some(isTicked)
  if (attribute !== 'value' || ticks(target)) return false
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isText && target.value !== target.defaultValue
}

const isTicked = (field: HTMLInputElement) => field.checked !== field.defaultChecked

const isOtherwise = (option: HTMLOptionElement) =>
  [...(option.closest('select')?.options ?? [])].some((one) => one.selected !== one.defaultSelected)

/** Of radio buttons one choice undoes the other, so they stay or go together. */
function groupOf(field: HTMLInputElement): HTMLInputElement[] {
  if (field.type !== 'radio' || !field.form) return [field]
  return [...field.form.elements].filter(ticks).filter(({ name }) => name === field.name)
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
