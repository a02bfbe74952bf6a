/**
 * A long text as people write it here: paragraphs, lists, bold, italic and links, nothing more. It is stored as plain
 * text in one fixed form, which people without script type themselves:
 *
 *     A blank line begins a new paragraph, a line end is a line break.
 *
 *     - a line with a dash is a point of a list
 *     1. a line with a number is a point of a numbered list
 *
 *     **bold**, *italic*, [words of a link](https://example.org)
 *
 * A backslash takes the meaning away from the sign behind it.
 */
export type RichText = readonly Block[]
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'bullets' | 'numbers'; readonly items: readonly (readonly Run[])[] }
/** Words with one look; a line feed in `text` is a line break. */
export type Run = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** An http(s) or mailto address. */
  readonly href?: string
}
