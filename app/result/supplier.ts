/** Suppliers of tests in primary schools, as they call themselves; a school may name another. */
export const SUPPLIERS = [
  'Cito LVS',
  'Leerling in beeld (Cito)',
  'IEP (Bureau ICE)',
  'Dia (Diataal)',
  'Boom LVS',
  'ROUTE 8',
  'AMN',
  'DOE',
  'Doorstroomtoets (overheid)',
] as const

/** What gives a supplier away in the name of a file, a heading or a test. */
const SIGNS: readonly (readonly [RegExp, (typeof SUPPLIERS)[number]])[] = [
  [/leerling ?in ?beeld|\blib\b/i, 'Leerling in beeld (Cito)'],
  [/\biep\b|bureau ?ice|ontwikkelscore/i, 'IEP (Bureau ICE)'],
  [/\bdia(?:taal|tekst|cijfer|woord|spel)?\b/i, 'Dia (Diataal)'],
  [/\bboom\b/i, 'Boom LVS'],
  [/\broute ?8\b/i, 'ROUTE 8'],
  [/\bamn\b/i, 'AMN'],
  [/\bdoe\b/i, 'DOE'],
  [/\bcito\b/i, 'Cito LVS'],
]

/** Whose tests these seem to be; null: nothing says so. */
export function supplierIn(texts: readonly string[]): string | null {
  for (const [sign, supplier] of SIGNS)
    if (texts.some((text) => sign.test(text.replace(/[_-]+/g, ' ')))) return supplier
  return null
}

export const LONGEST_SUPPLIER = 60
export const LONGEST_NORM = 40
