import Papa from 'papaparse'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { groupNamesIn, isYearGroup, parseGroupName } from './group.ts'
import { alike, lineOf } from './line.ts'
import { roleNamed, roleWordsIn } from './role-words.ts'

/** One person as a list says it; nothing has been understood yet. `line` is the line of the list, from 1. */
export type WrittenPerson = {
  readonly line: number
  readonly name: string
  readonly email: string
  readonly groups: string
  readonly roles: string
}

export type PeopleList = {
  readonly people: readonly WrittenPerson[]
  /** The heads of columns that have no place here. */
  readonly leftOut: readonly string[]
}

export type ListReason = 'list-empty' | 'list-large' | 'list-many' | 'list-not-text' | 'list-spreadsheet'
export type ListRefusal = Refusal<ListReason>

export const MOST_PEOPLE = 500
export const MOST_BYTES = 200_000
// No name, address, group or role is longer; what is longer is cut, so that a preview stays a page.
const LONGEST_CELL = 300

/** The text of an uploaded list: UTF-8 with or without BOM, UTF-16 as Excel writes it, else Windows-1252. */
export function decodeList(bytes: Uint8Array): string | ListRefusal {
  if (bytes.length > MOST_BYTES) return refuse('list-large', 'file')
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refuse('list-spreadsheet', 'file')
  }
  const text = textOf(bytes)
  return text.includes('\0') ? refuse('list-not-text', 'file') : text
}

const startsWith = (bytes: Uint8Array, first: readonly number[]) =>
  first.every((byte, place) => bytes[place] === byte)

function textOf(bytes: Uint8Array) {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads lines 'naam; e-mail; groep; rol', also with commas or tabs, quotes, a head with known columns in any order. */
export function readPeopleList(text: string): PeopleList | ListRefusal {
  if (text.length > MOST_BYTES) return refuse('list-large', 'list')
  if (
    text.split(/\r\n|\r|\n/, MOST_PEOPLE * 4).filter((line) => line.trim() !== '').length >
    MOST_PEOPLE + 1
  ) {
    return refuse('list-many', 'list')
  }
  const rows = rowsOf(text).map((cells, place) => ({ line: place + 1, cells: cells.map(cleanCell) }))
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first] = filled
  if (!first) return refuse('list-empty', 'list')
  const head = headOf(first.cells)
  const people = head ? filled.slice(1).map((row) => byHead(row, head)) : filled.flatMap(byContent)
  if (people.length === 0) return refuse('list-empty', 'list')
  if (people.length > MOST_PEOPLE) return refuse('list-many', 'list')
  return {
    people,
    leftOut: head ? first.cells.filter((cell, place) => cell !== '' && head[place] === null) : [],
  }
}

const cleanCell = (cell: string) => lineOf(cell).slice(0, LONGEST_CELL)

function rowsOf(text: string): string[][] {
  const delimiter = delimiterOf(text)
  const asked = { delimiter, skipEmptyLines: false } as const
  const quoted = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), asked)
  // A quote that is never closed would swallow all that follows: then a quote is a sign like any other.
  return quoted.errors.some(({ type }) => type === 'Quotes')
    ? Papa.parse<string[]>(text.replaceAll('"', ''), asked).data
    : quoted.data
}

/** The sign that divides the cells: the first of ; tab | , that at least half of the lines have. */
function delimiterOf(text: string) {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const half = Math.max(1, lines.length / 2)
  const found = [';', '\t', '|', ','].find(
    (sign) => lines.filter((line) => line.includes(sign)).length >= half,
  )
  return found ?? ';'
}

type Column = 'name' | 'first' | 'middle' | 'last' | 'email' | 'groups' | 'roles'

const HEADS: Record<Column, readonly string[]> = {
  name: [
    'naam',
    'name',
    'namen',
    'medewerker',
    'leraar',
    'leerkracht',
    'volledige naam',
    'full name',
    'collega',
  ],
  first: ['voornaam', 'roepnaam', 'first name'],
  middle: ['tussenvoegsel', 'tussenvoegsels', 'voorvoegsel', 'tv', 'prefix'],
  last: ['achternaam', 'last name', 'surname', 'familienaam'],
  email: ['e-mail', 'mail', 'e-mailadres', 'mailadres', 'email address', 'e-mail adres'],
  groups: ['groep', 'groepen', 'group', 'groups', 'klas', 'klassen', 'groep(en)'],
  roles: ['rol', 'rollen', 'role', 'roles', 'functie', 'functies', 'taak', 'rol(len)'],
}

const columnNamed = (cell: string) =>
  (Object.keys(HEADS) as Column[]).find((column) =>
    HEADS[column].some((head) => alike(head) === alike(cell)),
  ) ?? null

/** The columns of a head; null when the first line is a person. */
function headOf(cells: readonly string[]): (Column | null)[] | null {
  if (cells.some((cell) => cell.includes('@'))) return null
  const columns = cells.map((cell) => (cell === '' ? null : columnNamed(cell)))
  const named = columns.filter((column) => column !== null)
  const tellsWho = named.some((column) => column === 'name' || column === 'first' || column === 'last')
  // 'Leraar' alone could be a person's line; a head has two known columns, or is one column called 'naam'.
  return tellsWho && (named.length >= 2 || cells.length === 1) ? columns : null
}

type Row = { readonly line: number; readonly cells: readonly string[] }

function byHead({ line, cells }: Row, head: readonly (Column | null)[]): WrittenPerson {
  const of = (column: Column) =>
    cells.filter((cell, place) => head[place] === column && cell !== '').join(column === 'email' ? ' ' : ', ')
  const whole = [of('first'), of('middle'), of('last')].filter((part) => part !== '').join(' ')
  return { line, ...namedAddress(of('name') || whole, of('email')), groups: of('groups'), roles: of('roles') }
}

const NAMED = /^"?([^"<>]*?)"?\s*<([^<>\s]+@[^<>\s]+)>$/

/** 'Anouk de Wit <anouk@school.nl>' in one cell, as mail programs copy it. */
function namedAddress(name: string, email: string) {
  const found = NAMED.exec(name) ?? NAMED.exec(email)
  return found ? { name: (found[1] ?? '').trim() || name, email: found[2] ?? '' } : { name, email }
}

function byContent(row: Row): WrittenPerson[] {
  const named = row.cells.filter((cell) => NAMED.test(cell))
  const empty = { line: row.line, groups: '', roles: '' }
  if (named.length > 1) return named.map((cell) => ({ ...empty, ...namedAddress(cell, '') }))
  const at = row.cells.findIndex((cell, place) => cell.includes('@') && place > 0 && !NAMED.test(cell))
  const emailPlace = at > 0 ? at : row.cells.length >= (row.cells[1] === '' ? 3 : 4) ? 1 : -1
  const rest = row.cells.filter((_, place) => place !== emailPlace)
  const who = namedAddress(rest[0] ?? '', row.cells[emailPlace] ?? '')
  return [{ line: row.line, ...withoutLoneAddress(who), ...groupsAndRoles(rest.slice(1)) }]
}

/** A line that is an address alone: the name is still to be asked. */
const withoutLoneAddress = (who: { name: string; email: string }) =>
  who.email === '' && /^\S+@\S+$/.test(who.name) ? { name: '', email: who.name } : who

/** Without a head the third cell is the group and the fourth the role; a lone cell is looked at. */
function groupsAndRoles(cells: readonly string[]) {
  const [first = '', second = ''] = cells
  if (cells.filter((cell) => cell !== '').length >= 2)
    return { groups: first, roles: cells.slice(1).filter(Boolean).join(', ') }
  const only = first || second || (cells.find((cell) => cell !== '') ?? '')
  if (first === '' && second !== '') return { groups: '', roles: second }
  return isRoles(only) ? { groups: '', roles: only } : { groups: only, roles: '' }
}

const isRoles = (cell: string) =>
  roleWordsIn(cell).some((word) => roleNamed(word) !== null) && !groupNamesIn(cell).some(isGroupName)

function isGroupName(word: string) {
  const name = parseGroupName(word)
  return typeof name === 'string' && isYearGroup(name)
}
