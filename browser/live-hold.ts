/** A form that is under way is not overtaken, and one that was refused stays as it is until it is sent again. */
type SubmitEnd = CustomEvent<{
  success: boolean
  fetchResponse?: { statusCode: number; redirected: boolean }
}>

/** Longer than an answer takes to be shown. In milliseconds. */
const SHOWN_WITHIN = 5_000

let isSending = false
let isRefused = false
let timer = 0
let released = () => {}

/** Why the page does not ask for itself now; null: nothing keeps it. */
export const heldBy = () => (isSending ? 'sending' : isRefused ? 'refused' : null)

/** A page that came refused as a whole. */
export function holdRefused() {
  isRefused = true
}

/** `onRelease` is called each time that nothing keeps the page any more. */
export function watchForms(onRelease: () => void) {
  released = onRelease
  document.addEventListener('turbo:submit-start', () => {
    isSending = true
    clearTimeout(timer)
  })
  document.addEventListener('turbo:submit-end', (event) => {
    const { success, fetchResponse } = (event as SubmitEnd).detail
    isRefused = !success && fetchResponse !== undefined && fetchResponse.statusCode < 500
    // The answer is shown in a moment; when it is not, the page goes on.
    timer = window.setTimeout(release, fetchResponse?.redirected || isRefused ? SHOWN_WITHIN : 0)
  })
  document.addEventListener('turbo:fetch-request-error', () => release())
  document.addEventListener('turbo:render', () => release())
  document.addEventListener('turbo:visit', () => {
    if (!isSending) isRefused = false
  })
}

function release() {
  clearTimeout(timer)
  isSending = false
  if (!isRefused) released()
}
