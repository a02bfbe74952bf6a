/** A part of minutes in words, which the page, Word and PDF each draw in their way. Rich: stored rich text. */
export type Part =
  | { readonly is: 'rich'; readonly label: string | null; readonly text: string }
  | { readonly is: 'change'; readonly label: string; readonly before: string; readonly after: string }
  | { readonly is: 'line'; readonly label: string | null; readonly text: string }
  | { readonly is: 'points'; readonly label: string; readonly points: readonly string[] }
  | { readonly is: 'outcome'; readonly label: string; readonly text: string }

export const line = (label: string | null, text: string): Part => ({ is: 'line', label, text })
