import { announce } from './announce.ts'

export type FieldState =
  | { readonly is: 'still' | 'typing' | 'offline' | 'signed-out' | 'sorry' }
  | { readonly is: 'saved' | 'clash' | 'refused'; readonly says: string }

/** A field, or the choices of a form, that know how they stand. */
export type Writer = { readonly state: FieldState }

/** What matters most comes first. */
const ORDER = ['clash', 'refused', 'signed-out', 'offline', 'sorry', 'typing', 'saved'] as const

const choices = new WeakMap<HTMLFormElement, FieldState>()

/** How the choices of a form (days, lines, names) stand. */
export function tellChoices(form: HTMLFormElement, state: FieldState) {
  choices.set(form, state)
  tellState(form)
}

/** Says in words how the form stands, at its own place in the form. */
export function tellState(form: HTMLFormElement) {
  const place = form.querySelector<HTMLElement>('[data-status]')
  const state = worst([...statesIn(form), choices.get(form) ?? { is: 'still' }])
  if (!place || place.dataset['is'] === keyOf(state)) return
  const before = place.dataset['is'] ?? ''
  place.dataset['is'] = keyOf(state)
  place.textContent = sentence(form, state)
  if (state.is === 'signed-out') place.append(' ', signInLink(form))
  // Every pause would be told: a listener hears only what asks for attention, and that it is well again.
  const asks = (is: string) => !['still', 'typing', 'saved', ''].includes(is)
  if (asks(state.is) || asks(before.split(' ')[0] ?? '')) announce(place.textContent ?? '')
}

const keyOf = (state: FieldState) => `${state.is} ${'says' in state ? state.says : ''}`

const statesIn = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLElement & Partial<Writer>>('auto-save')].flatMap((field) => field.state ?? [])

function worst(states: readonly FieldState[]): FieldState {
  for (const is of ORDER) {
    const found = states.findLast((state) => state.is === is)
    if (found) return found
  }
  return { is: 'still' }
}

function sentence(form: HTMLFormElement, state: FieldState): string {
  if ('says' in state) return state.says
  if (state.is === 'typing') return form.dataset['notSaved'] ?? ''
  if (state.is === 'offline') return form.dataset['offline'] ?? ''
  if (state.is === 'signed-out') return form.dataset['signedOut'] ?? ''
  return state.is === 'sorry' ? (form.dataset['sorry'] ?? '') : ''
}

function signInLink(form: HTMLFormElement) {
  const link = document.createElement('a')
  link.href = `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`
  link.textContent = form.dataset['signIn'] ?? ''
  link.dataset['turboFrame'] = '_top'
  return link
}
