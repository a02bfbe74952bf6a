import { AutoSave } from './auto-save.ts'
import { forget } from './kept.ts'
import { tellChoices } from './writing-state.ts'

const CHOICE_PAUSE = 300
/** A day is typed in three parts, and each of them is a change. */
const DAY_PAUSE = 1500

/** Cards in which one writes: choices save themselves, Ctrl+Enter and Escape close, and nothing closes unsaved. */
export function watchCards() {
  document.addEventListener('change', ({ target }) => {
    const form = target instanceof HTMLElement ? writingForm(target) : null
    if (!form || target instanceof HTMLTextAreaElement) return
    saveChoices(form, target instanceof HTMLInputElement && target.type === 'date' ? DAY_PAUSE : CHOICE_PAUSE)
  })
  document.addEventListener('keydown', (event) => onKey(event))
  document.addEventListener('submit', (event) => beforeSubmit(event), true)
  document.addEventListener('click', (event) => beforeClose(event), true)
  document.addEventListener('turbo:submit-end', (event) =>
    wasSent(event as CustomEvent<{ success?: boolean }>),
  )
  document.addEventListener('turbo:frame-render', ({ target }) => toPen(target), true)
}

/** What was sent as a whole is stored as a whole: nothing of it stays on the device. */
function wasSent({ target, detail }: CustomEvent<{ success?: boolean }>) {
  const form = target instanceof HTMLFormElement ? writingForm(target) : null
  if (form && detail.success) for (const field of fieldsOf(form)) forget(field.place)
}

const writingForm = (inside: Element) => inside.closest<HTMLFormElement>('form[data-writing]')
const fieldsOf = (form: HTMLFormElement) =>
  [...form.querySelectorAll('auto-save')].filter((field): field is AutoSave => field instanceof AutoSave)

const timers = new WeakMap<HTMLFormElement, number>()

function saveChoices(form: HTMLFormElement, wait: number) {
  clearTimeout(timers.get(form))
  tellChoices(form, { is: 'typing' })
  timers.set(
    form,
    window.setTimeout(() => void sendChoices(form), wait),
  )
}

/** Everything but the texts; the server changes only what is another than it was when the form was drawn. */
async function sendChoices(form: HTMLFormElement) {
  timers.delete(form)
  const all = new FormData(form)
  for (const name of Array.from(all.keys())) if (/^(text|base|keep)\./.test(name)) all.delete(name)
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: all,
      redirect: 'manual',
    })
    if (answer.type === 'opaqueredirect' || answer.status === 401)
      return tellChoices(form, { is: 'signed-out' })
    const { says } = (await answer.json()) as { says: string }
    if (answer.ok) wereSaved(form, all)
    tellChoices(form, { is: answer.ok ? 'saved' : 'refused', says })
  } catch {
    tellChoices(form, { is: 'offline' })
    window.addEventListener('online', () => void sendChoices(form), { once: true })
  }
}

/** From now on these are what the choices are compared with. */
function wereSaved(form: HTMLFormElement, sent: FormData) {
  for (const was of form.querySelectorAll<HTMLInputElement>('[data-was]')) {
    was.value = sent.getAll(was.dataset['was'] ?? '').join(' ')
  }
}

const isBusy = (form: HTMLFormElement) =>
  timers.has(form) ||
  fieldsOf(form).some(
    (field) => field.sending !== null || (field.isUnsaved() && field.state.is !== 'refused'),
  )

/** Waits until all is saved; false when something could not be. */
async function settled(form: HTMLFormElement) {
  if (timers.has(form)) {
    clearTimeout(timers.get(form))
    await sendChoices(form)
  }
  await Promise.all(fieldsOf(form).map((field) => field.finish()))
  return !isBusy(form)
}

/** The form is sent after its fields, so that no text meets itself on the way. */
function beforeSubmit(event: SubmitEvent) {
  const form = event.target instanceof HTMLFormElement ? writingForm(event.target) : null
  if (!form || !isBusy(form)) return
  event.preventDefault()
  event.stopPropagation()
  const { submitter } = event
  void settled(form).then((is) => is && form.requestSubmit(submitter))
}

function beforeClose(event: MouseEvent) {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-close]') : null
  const form = link && writingForm(link)
  if (!link || !form || !isBusy(form)) return
  event.preventDefault()
  event.stopPropagation()
  void settled(form).then((is) => is && link.click())
}

function onKey(event: KeyboardEvent) {
  if (event.key === ' ' && event.target instanceof HTMLAnchorElement && 'pen' in event.target.dataset) {
    event.preventDefault()
    return event.target.click()
  }
  const form = event.target instanceof Element ? writingForm(event.target) : null
  if (!form) return
  if (event.key === 'Escape') form.querySelector<HTMLAnchorElement>('a[data-close]')?.click()
  else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
  else return
  event.preventDefault()
}

/** A card that has closed gives the focus back to its pen. */
function toPen(target: EventTarget | null) {
  if (!(target instanceof HTMLElement) || target.querySelector('form[data-writing]')) return
  const pen =
    target.querySelector<HTMLElement>('a[data-pen]') ??
    target.querySelector<HTMLElement>('summary, [tabindex]')
  pen?.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'nearest' })
}
