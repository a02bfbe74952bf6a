/** Why a file as a whole is not read. */
export type FileTrouble =
  | 'unreadable'
  | 'empty'
  | 'only-headings'
  | 'pdf'
  /** A row for each pupil and a column for each test, of which it does not say all that is needed. */
  | 'wide'
  | 'wide-many'
  | 'no-columns'
  | 'not-text'
  | 'quote-open'
  | 'row-long'
  | 'columns-many'
  | 'damaged'
  | 'not-results'
  | 'many'
  | 'password'
