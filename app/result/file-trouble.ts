/** Why a file as a whole is not read. */
export type FileTrouble =
  | 'unreadable'
  | 'empty'
  | 'no-columns'
  | 'not-text'
  | 'quote-open'
  | 'row-long'
  | 'columns-many'
  | 'damaged'
  | 'not-results'
  | 'many'
  | 'password'
