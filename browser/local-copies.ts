/**
 * Databases of this product on this device: one for each text that was typed without a connection, named by person
 * document (`<owner>:<field>`) and the id that the document got when it was made.
 */
const PREFIX = 'rode-draad.copy.'
const LIST = 'rode-draad.copies'

export const copyName = (person: string, document: string, making: string) =>
  `${PREFIX}${[person, document, making].join('.')}`

export type CopyOf = Readonly<Record<'name' | 'person' | 'document' | 'making', string>>

/** Every copy on this device, of anybody. */
export async function allCopies(): Promise<CopyOf[]> {
  return (await allNames()).flatMap((name) => {
    if (!name.startsWith(PREFIX)) return []
    const [person = '', document = '', making = ''] = name.slice(PREFIX.length).split('.')
    return [{ name, person, document, making }]
  })
}

/** None where a browser keeps nothing at all. */
async function allNames(): Promise<string[]> {
  try {
    return canList() ? (await indexedDB.databases()).map(({ name }) => name ?? '') : listed()
  } catch {
    return []
  }
}

/** Before a copy is made: an older browser can't tell its databases, so their names are written down. */
export function noteCopy(name: string) {
  if (!canList()) localStorage.setItem(LIST, JSON.stringify([...new Set([...listed(), name])]))
}

/** Takes copies away; others' pages that have one open let go of it. */
export async function wipeCopies(which: (copy: CopyOf) => boolean) {
  const gone = (await allCopies()).filter(which)
  await Promise.all(gone.map(({ name }) => drop(name)))
  if (!canList()) unlist(gone.map(({ name }) => name))
}

const canList = () => 'databases' in indexedDB

function listed(): string[] {
  try {
    return JSON.parse(localStorage.getItem(LIST) ?? '[]') as string[]
  } catch {
    return []
  }
}

function unlist(names: readonly string[]) {
  const left = listed().filter((name) => !names.includes(name))
  if (left.length > 0) localStorage.setItem(LIST, JSON.stringify(left))
  else localStorage.removeItem(LIST)
}

const drop = (name: string) =>
  new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase(name)
    // one that another page still has open goes as soon as that lets go of it
    for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, () => done())
  })
