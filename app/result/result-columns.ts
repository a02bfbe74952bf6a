/** What a column of a file with results can hold. */
export const COLUMN_KINDS = [
  'pupil',
  'group',
  'yearGroup',
  'schoolYear',
  'test',
  'subject',
  'moment',
  'takenOn',
  'score',
  'level',
  'reference',
  'exempt',
] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

/** Which column holds what; a kind that is not in it is not in the file. */
export type Columns = Readonly<Partial<Record<ColumnKind, number>>>

/** Headings in Dutch and English, as suppliers write them; spaces, signs and capitals do not matter. */
const HEADINGS: Readonly<Record<ColumnKind, readonly string[]>> = {
  pupil: [
    'leerlingnummer',
    'leerlingid',
    'leerlingkey',
    'llnr',
    'leerlingnr',
    'pupilnumber',
    'pupilid',
    'studentid',
    'studentnumber',
    'pupil',
  ],
  group: ['groep', 'groepsnaam', 'klas', 'stamgroep', 'group', 'class', 'groupname'],
  yearGroup: ['jaargroep', 'leerjaar', 'jg', 'yeargroup', 'year group', 'grade'],
  schoolYear: ['schooljaar', 'schoolyear', 'jaar', 'academicyear'],
  test: ['toets', 'toetsnaam', 'toetscode', 'naamtoets', 'test', 'testname', 'assessment'],
  subject: ['vakgebied', 'vak', 'onderdeel', 'domein', 'subject', 'domain'],
  moment: ['moment', 'afnamemoment', 'toetsmoment', 'meetmoment', 'testmoment', 'term'],
  takenOn: ['afnamedatum', 'datum', 'toetsdatum', 'datumafname', 'date', 'testdate', 'takenon'],
  score: [
    'vaardigheidsscore',
    'vaardigheid',
    'ontwikkelscore',
    'standaardscore',
    'score',
    'abilityscore',
    'skillscore',
  ],
  level: ['niveau', 'niveauwaarde', 'vaardigheidsniveau', 'level', 'band'],
  reference: ['referentieniveau', 'refniveau', 'referentie', 'referencelevel'],
  exempt: ['ontheffing', 'vrijstelling', 'exemption', 'exempt'],
}

/** What may stand in a file and never comes in: it is left out while reading. */
const NEVER =
  /^(bsn|burgerservicenummer|sofinummer|onderwijsnummer|pgn|persoonsgebondennummer|eckid|achternaam|voornaam|roepnaam|voorletters?|tussenvoegsel|voorvoegsel|naam|naamleerling|leerling|leerlingnaam|name|firstname|lastname|surname|geboortedatum|geboorteland|geboorteplaats|dateofbirth|geslacht|gender|land|landvader|landmoeder|nationaliteit|nationality|etniciteit|ethnicity|gewicht|gewichtnieuw|leerlinggewicht|weight|postcode|postcodenl|adres|address|telefoon|email|emailadres)\d*$/

/** A heading without spaces, signs and capitals. */
export const plainHeading = (heading: string) =>
  heading
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()

/** What headings say of columns. Of two columns of one kind the first is taken. */
export function columnsOf(headings: readonly string[]): Columns {
  const names = headings.map(plainHeading)
  const found: Partial<Record<ColumnKind, number>> = {}
  for (const kind of COLUMN_KINDS) {
    const at = HEADINGS[kind]
      .map((heading) => names.indexOf(plainHeading(heading)))
      .find((place) => place >= 0)
    if (at !== undefined) found[kind] = at
  }
  return found
}

const SCHOOL = ['brin', 'brincode', 'brinnummer', 'brinnr', 'schoolbrin', 'instellingscode', 'vestigingscode']

/** The column that says of which school a row is, when there is one. */
export function schoolColumnOf(headings: readonly string[]): number | null {
  const at = headings.findIndex((heading) => SCHOOL.includes(plainHeading(heading)))
  return at < 0 ? null : at
}

/** Where a file has no headings its first row stands in their place, and of that nothing is kept. */
export const looksLikeHeading = (text: string) =>
  /^[\p{L}][\p{L}\s\d()/.–-]{0,50}$/u.test(text) && !/\d{3}/.test(text)

/** The headings of personal data that are left out, as they stand in the file. */
export const leftOutOf = (headings: readonly string[]): string[] =>
  headings.filter((heading) => NEVER.test(plainHeading(heading)))

/** Without these no result can be made of a row. */
export const isEnough = ({
  pupil,
  test,
  subject,
  takenOn,
  schoolYear,
  score,
  level,
  reference,
}: Columns): boolean =>
  pupil !== undefined &&
  (test !== undefined || subject !== undefined) &&
  (takenOn !== undefined || schoolYear !== undefined) &&
  (score !== undefined || level !== undefined || reference !== undefined)
