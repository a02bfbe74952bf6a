/** The three subjects of which the rule of the Inspectie counts the levels. */
export const RULE_SUBJECTS = ['reading', 'language', 'arithmetic'] as const
export type RuleSubject = (typeof RULE_SUBJECTS)[number]

/** The year group that does the doorstroomtoets. */
export const RULE_YEAR_GROUP = 8

/**
 * How files name them. The three are those of the Regeling leerresultaten PO 2020 (BWBR0043066, bijlage A): lezen,
 * taalverzorging, rekenen; LV and TV stand so in DUO's open file of reference levels; 'taal' and 'rekenen-wiskunde' were the
 * words of the eindtoets. A subject by another name (spelling, technical reading, world orientation) is not of the rule.
 */
const NAMES: Readonly<Record<RuleSubject, readonly string[]>> = {
  reading: ['lezen', 'begrijpend lezen', 'leesvaardigheid', 'lv', 'reading', 'reading comprehension'],
  language: ['taalverzorging', 'taal', 'tv', 'language', 'language skills', 'language conventions'],
  arithmetic: [
    ...['rekenen', 'rekenen wiskunde', 'rekenen en wiskunde', 'rekenwiskunde', 'rekenvaardigheid', 'rek'],
    ...['arithmetic', 'mathematics', 'maths', 'math'],
  ],
}

const BY_NAME = new Map(RULE_SUBJECTS.flatMap((one) => NAMES[one].map((name) => [name, one] as const)))

/** Words that say of which test a subject is, not which subject: 'Doorstroomtoets IEP 2026: Lezen', 'Nederlands - lezen'. */
const BESIDE = new Set(
  [
    'doorstroomtoets eindtoets toets centrale digitale onderdeel domein vak referentieniveau nederlands nederlandse',
    'transition final test subject dutch cito iep bureau ice route dia diataal amn doe boom lib leerling in beeld',
  ].flatMap((words) => words.split(' ')),
)

/** Which of the three a subject is, however a file writes it; null when it is another one. */
export function ruleSubjectOf(subject: string): RuleSubject | null {
  const words = subject
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
  const bare = words.filter((word) => word !== '' && !BESIDE.has(word)).join(' ')
  return BY_NAME.get(bare) ?? null
}

/**
 * Of each of the three the series that counts: the one that came last, for a pupil's level of a subject counts once a
 * year. `tests`: of one school year, each a series in which there are levels.
 */
export function newestSeries(
  tests: readonly { readonly subject: string; readonly series: number }[],
): Map<RuleSubject, number> {
  const newest = new Map<RuleSubject, number>()
  for (const { subject, series } of tests) {
    const of = ruleSubjectOf(subject)
    if (of !== null) newest.set(of, Math.max(series, newest.get(of) ?? series))
  }
  return newest
}
