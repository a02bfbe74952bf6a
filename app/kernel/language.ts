/** The two languages of the product; Dutch is the first. */
export const LANGUAGES = ['nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * A typed catalogue of words: Dutch gives the shape, English must have the same keys or it does not compile.
 * Entries are strings, or functions of what the sentence needs.
 */
export function words<Shape extends object>(catalogue: { nl: Shape; en: NoInfer<Widened<Shape>> }) {
  return (language: Language): Widened<Shape> => catalogue[language] as Widened<Shape>
}

/** Literal strings widened to string, so that the English words may differ from the Dutch. */
type Widened<Shape> = {
  [Key in keyof Shape]: Shape[Key] extends string
    ? string
    : Shape[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Shape[Key] extends readonly string[]
        ? readonly string[]
        : Shape[Key] extends object
          ? Widened<Shape[Key]>
          : Shape[Key]
}

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language)

/** The words that each school chooses for itself, in the language of the reader. */
export type Terms = {
  /** 'intern begeleider' or 'kwaliteitscoördinator' */
  coordinator: string
  /** 'leraar' or 'leerkracht' */
  teacher: string
  /** 'leraren' or 'leerkrachten' */
  teachers: string
}

export type CoordinatorWord = 'ib' | 'kc'
export type TeacherWord = 'leraar' | 'leerkracht'

export function termsFor(language: Language, coordinator: CoordinatorWord, teacher: TeacherWord): Terms {
  if (language === 'en') {
    return {
      coordinator: coordinator === 'ib' ? 'support coordinator' : 'quality coordinator',
      teacher: 'teacher',
      teachers: 'teachers',
    }
  }
  return {
    coordinator: coordinator === 'ib' ? 'intern begeleider' : 'kwaliteitscoördinator',
    teacher,
    teachers: teacher === 'leraar' ? 'leraren' : 'leerkrachten',
  }
}

/** Names sorted as a Dutch reader expects, capitals and accents aside. */
export const byName = new Intl.Collator('nl', { sensitivity: 'base', numeric: true }).compare
